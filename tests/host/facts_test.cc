// SPDX-License-Identifier: Apache-2.0
#include "host/facts.h"

#include <doctest/doctest.h>
#include <linux/sched.h>

namespace hull::host {

TEST_CASE("a path that leads to the namespace we are in is known by its inode") {
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  CHECK(own_by_path(*proc, {{.type = "network", .path = "/proc/self/ns/net"},
                            {.type = "mount", .path = "/proc/self/ns/mnt"},
                            {.type = "uts", .path = ""},
                            {.type = "ipc", .path = "/nowhere"},
                            // Of another type: joining it fails.
                            {.type = "user", .path = "/proc/self/ns/uts"},
                            {.type = "cgroup", .path = "/proc/self"}}) ==
        (CLONE_NEWNET | CLONE_NEWNS));
  CHECK(own_by_path(*proc, {}) == 0);
}

}  // namespace hull::host
