// SPDX-License-Identifier: Apache-2.0
// What the kernel takes is seen in conformance/security, where there is a security module; what it
// refuses looks the same with one and without.
#include "inside/lsm.h"

#include <doctest/doctest.h>

#include "kit/namespaces.h"
#include "kit/power.h"

namespace hull::inside {
namespace {

std::string refusal(const plan::Labels& labels) {
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  return kit::message_of(set_exec_labels(*proc, labels));
}

TEST_CASE("a profile that the kernel does not know is refused with its pointer, name and file") {
  if (kit::lacks({kit::kOpenat2})) return;
  const std::string message = refusal({.apparmor = "exec hull-no-such", .selinux = ""});
  CHECK(
      message.starts_with("/process/apparmorProfile 'hull-no-such': write "
                          "`/proc/self/attr/apparmor/exec`: "));
  // Managers would take it for a program that is not there.
  CHECK(message.find("no such file") == std::string::npos);
}

TEST_CASE("a context that the kernel does not know is refused with its pointer, text and file") {
  if (kit::lacks({kit::kOpenat2})) return;
  CHECK(refusal({.apparmor = "", .selinux = "hull-no-such"}) ==
        "/process/selinuxLabel 'hull-no-such': write `/proc/self/attr/exec`: invalid argument");
}

TEST_CASE("without labels nothing is written") {
  CHECK(refusal({}) == "");
}

}  // namespace
}  // namespace hull::inside
