// SPDX-License-Identifier: Apache-2.0
// User and group ids, and capability sets as bit masks by capability number. Inside, mostly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::sys {

/// Whether `uid_map`, the text of a /proc/PID/uid_map, maps every id to itself, as only the initial
/// user namespace's does (user_namespaces(7)). Pure.
bool maps_every_id(std::string_view uid_map);

/// setresuid(2), setresgid(2), setgroups(2): all three ids at once. EINVAL for an id that our user
/// namespace does not map.
Result<void> set_uid(std::uint32_t uid);
Result<void> set_gid(std::uint32_t gid);
Result<void> set_groups(const std::vector<std::uint32_t>& gids);

/// Keeps permitted capabilities across the next set_uid (PR_SET_KEEPCAPS).
Result<void> keep_capabilities(bool on);
/// Uid 0 is special again, and capabilities follow changes of ids (PR_SET_SECUREBITS 0). Needs
/// CAP_SETPCAP; EPERM when a bit is locked.
Result<void> reset_securebits();
/// Drops from the bounding set everything up to `last` that `kept` does not have.
Result<void> limit_bounding_set(std::uint64_t kept, unsigned last);
struct CapabilitySets {
  std::uint64_t effective = 0;
  std::uint64_t permitted = 0;
  std::uint64_t inheritable = 0;
};
/// Our own sets (capget(2)).
Result<CapabilitySets> capabilities();
/// Our effective, permitted and inheritable sets (capset(2)).
Result<void> set_capabilities(std::uint64_t effective, std::uint64_t permitted,
                              std::uint64_t inheritable);
/// Clears the ambient set, then raises `raised`.
Result<void> set_ambient(std::uint64_t raised, unsigned last);
/// What our bounding set holds, of the capabilities 0 to `last`.
std::uint64_t bounding_set(unsigned last);

/// The highest capability of this kernel, and the libcap name ("CAP_CHOWN") of one.
unsigned last_capability();
std::optional<std::string> capability_name(unsigned number);

/// prctl(2) PR_SET_NO_NEW_PRIVS: for good.
Result<void> set_no_new_privileges();
/// prctl(2) PR_SET_DUMPABLE: off, only who has CAP_SYS_PTRACE in the user namespace that we were
/// executed in can trace us, open our /proc files and enter our namespaces.
Result<void> set_dumpable(bool on);

}  // namespace hull::sys
