// SPDX-License-Identifier: Apache-2.0
#include "host/idmaps.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <unistd.h>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "sys/clone.h"

namespace hull::host {
namespace {

TEST_CASE("maps are written as they were planned") {
  if (kit::lacks({kit::kClone3})) return;
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  auto child = sys::clone(CLONE_NEWUSER, std::nullopt);
  if (!child && child.error().is(EPERM)) return kit::skip("new user namespaces");
  REQUIRE(child);
  if (!*child)
    while (true) ::pause();
  const pid_t pid = (*child)->pid();
  const plan::IdMaps maps = {.uids = {{0, 100000, 1000}, {2000, 5, 1}}, .gids = {{0, 7, 3}}};
  auto written = write_id_maps(*proc, pid, maps);
  if (!written && ::geteuid() != 0) return kit::skip("root, to map ids of others");
  REQUIRE_MESSAGE(written, (written ? "" : written.error().message()));
  CHECK(*proc->read(std::to_string(pid) + "/uid_map") ==
        "         0     100000       1000\n      2000          5          1\n");
  CHECK(*proc->read(std::to_string(pid) + "/gid_map") == "         0          7          3\n");

  auto again = write_id_maps(*proc, pid, maps);
  REQUIRE(!again);
  CHECK(again.error().message().starts_with("/linux/uidMappings: writing the map: "));
  CHECK(again.error().message().ends_with("operation not permitted"));
}

TEST_CASE("a process that is gone has no namespace to open") {
  if (kit::lacks({kit::kOpenat2})) return;
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  auto opened = open_user_namespace(*proc, 0x7ffffff0);
  REQUIRE(!opened);
  CHECK(opened.error().message() == "/proc: openat2('2147483632/ns'): no such file or directory");
}

}  // namespace
}  // namespace hull::host
