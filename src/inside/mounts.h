// SPDX-License-Identifier: Apache-2.0
// Attaches the plan's mounts in their order, every target resolved beneath the Root. Inside, before
// the pivot.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/source.h"

namespace hull::inside {

/// Makes each mount: host trees from `sources` (used up), file systems new, links and changes. A
/// mount at "/" replaces `root`. On failure the message begins with the mount's JSON pointer.
Result<void> attach_mounts(sys::Root& root, const std::vector<plan::Mount>& mounts,
                           std::vector<wire::Source> sources);

}  // namespace hull::inside
