// SPDX-License-Identifier: Apache-2.0
#include "plan/unsupported.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

std::string in_process(std::string_view more) {
  return outcome(
      "",
      document(
          hull::format(
              R"("process": {{"cwd": "/", "args": ["a"], "user": {{"uid": 0, "gid": 0}}, {}}}, )",
              more) +
          linux_section("mount")));
}

std::string in_linux(std::string_view more) {
  return outcome("", document(linux_section("mount", more)));
}

}  // namespace

TEST_CASE("what this build cannot do is refused by name") {
  CHECK(outcome("", document(R"("annotations": {"run.oci.handler": "krun"})")) ==
        "refused: /annotations/run.oci.handler: this build runs no handlers\n");
}

TEST_CASE("empty words and objects ask for nothing") {
  CHECK(in_process(R"("apparmorProfile": "", "selinuxLabel": "")") == "");
  CHECK(in_linux(R"("mountLabel": "", "netDevices": {})") == "");
}

}  // namespace hull::plan
