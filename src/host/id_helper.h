// SPDX-License-Identifier: Apache-2.0
// newuidmap(1) and newgidmap(1): the programs that map those ids for an ordinary user which
// /etc/subuid and /etc/subgid grant. Host side.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::host {

/// One of the two, and what it goes by.
struct IdHelper {
  std::string_view name;
  /// The file of subuid(5) or subgid(5), and usermod(8)'s option that adds to it.
  std::string_view grants;
  std::string_view granting;
  /// The caller's id, which needs no grant.
  std::uint32_t own_id = 0;
};

/// The absolute path of the helper `name`, in one of the directories where distributions have
/// programs of root's; never by the caller's PATH. Refuses a file that others than root could have
/// written. Fails when there is none.
Result<std::string> find_id_helper(std::string_view name);

/// Has the helper write the map `ranges` of process `pid`, with an empty environment. Fails with
/// what it said, and what one can do about it.
Result<void> map_by_helper(const IdHelper& helper, pid_t pid,
                           const std::vector<plan::IdRange>& ranges);

/// The first of `ranges` that `grants`, the text of an /etc/subuid, does not grant to `user` or
/// `uid`, and that is not `own_id` alone. Pure.
std::optional<plan::IdRange> ungranted(const std::vector<plan::IdRange>& ranges,
                                       std::string_view grants, std::string_view user,
                                       std::uint32_t uid, std::uint32_t own_id);

}  // namespace hull::host
