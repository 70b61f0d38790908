// SPDX-License-Identifier: Apache-2.0
#include "host/diagnosis.h"

#include <doctest/doctest.h>

#include <cerrno>

namespace hull::host {

TEST_CASE("a limit of namespaces is named, if it is one of ours") {
  CHECK(next_step(ENOSPC, {.exhausted = "user.max_net_namespaces"}) ==
        "sysctl user.max_net_namespaces is 0: it must be raised");
  CHECK(next_step(ENOSPC, {}) == "a limit of sysctl user.max_*_namespaces is reached: see `lsns`");
}

TEST_CASE("what denies ordinary users a user namespace is named") {
  CHECK(next_step(EPERM, {.unprivileged_clone = "0"}) ==
        "sysctl kernel.unprivileged_userns_clone is 0: 1 lets ordinary users make user namespaces");
  for (int code : {EPERM, EACCES})
    CHECK(next_step(code, {.unprivileged_clone = "1", .apparmor_restriction = "1"}) ==
          "sysctl kernel.apparmor_restrict_unprivileged_userns is 1: hull needs an AppArmor "
          "profile with the rule `userns,`");
}

TEST_CASE("what does not explain it is not named") {
  CHECK(next_step(EPERM, {.exhausted = "user.max_net_namespaces"}) == "");
  CHECK(next_step(EPERM, {.unprivileged_clone = "1", .apparmor_restriction = "0"}) == "");
  CHECK(next_step(EPERM, {.apparmor_restriction = "1", .has_power = true}) == "");
  CHECK(next_step(ENOENT, {.unprivileged_clone = "0", .apparmor_restriction = "1"}) == "");
}

}  // namespace hull::host
