// SPDX-License-Identifier: Apache-2.0
// Attaches the plan's mounts in their order, every target resolved beneath the Root. Inside, before
// the pivot.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "inside/supply.h"
#include "plan/plan.h"
#include "sys/mount.h"
#include "sys/open.h"

namespace hull::inside {

/// A mount that is to become read-only once all is in it.
struct OpenMount {
  sys::Tree tree;
  /// Its JSON pointer.
  std::string origin;
};

/// Makes each mount: host trees from `supply`, file systems new, links and changes. A
/// mount at "/" replaces `root`. On failure the message begins with the mount's JSON pointer. Gives
/// those that must stay writable for now.
Result<std::vector<OpenMount>> attach_mounts(sys::Root& root,
                                             const std::vector<plan::Mount>& mounts,
                                             Supply& supply);

/// Makes them read-only: after the mount points, devices and console that go into them.
Result<void> close_mounts(const std::vector<OpenMount>& mounts);

}  // namespace hull::inside
