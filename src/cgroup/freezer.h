// SPDX-License-Identifier: Apache-2.0
// Stopping a cgroup's processes and letting them go on: `cgroup.freeze` on v2, the freezer
// controller on v1. Paths are relative to the root descriptor. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/layout.h"
#include "cgroup/wait.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// One of the two for one cgroup.
struct Freezer {
  Hierarchy::Version version = Hierarchy::Version::Two;
  std::string directory;
};

/// Whether `hierarchy` can freeze: v2 always can, of v1's only the one with the freezer controller.
bool can_freeze(const Hierarchy& hierarchy);

/// Freezes; returns when every process has stopped. On failure, also of patience, it is thawed; the
/// message then names the processes that did not stop.
Result<void> freeze(sys::FdRef root, const Freezer& freezer, const Deadline& deadline);

/// Thaws; a cgroup stays frozen where a parent is. What is gone is fine.
Result<void> thaw(sys::FdRef root, const Freezer& freezer);

/// Waits for what thaw() asked for, which on v2 takes until the processes have woken. False when a
/// parent is frozen, and so this one is for as long. Fails when `deadline` passes.
Result<bool> wait_thawed(sys::FdRef root, const Freezer& freezer, const Deadline& deadline);

/// What the killed need to end: thaws, on v1 also everything below, since there a frozen process
/// gets even SIGKILL only when it goes on. Fails, naming it, where a parent is what is frozen on
/// v1: that is not ours to thaw. What is gone is fine.
Result<void> let_die(sys::FdRef root, const Freezer& freezer);

/// Whether it is frozen or about to be, by itself or with a parent. What is gone is not.
Result<bool> is_frozen(sys::FdRef root, const Freezer& freezer);

}  // namespace hull::cgroup
