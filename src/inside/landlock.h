// SPDX-License-Identifier: Apache-2.0
// Takes rights on files from the container's process, as the plan has it. Inside, after the pivot.
#pragma once

#include <optional>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/landlock.h"

namespace hull::inside {

/// Opens the paths, within our root, and makes rules of them; nothing when the plan has none. As
/// root, whom no directory on the way keeps out, and while there are descriptors to be had. Fails
/// with the origin of a path that is not there, unless a best effort is asked.
Result<std::optional<sys::LandlockRuleset>> make_ruleset(const plan::Process& process);

/// Puts the ruleset in force, if there is one. Our effective capabilities are changed: the final
/// sets come after it.
Result<void> restrict_files(const std::optional<sys::LandlockRuleset>& ruleset);

/// The failure of an execve(2) under restrict_files, with a hint if the rules may be its cause:
/// nothing else tells a file that they deny from one that its mode denies.
Error blame_rules(Error failed, const plan::Process& process);

}  // namespace hull::inside
