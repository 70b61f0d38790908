// SPDX-License-Identifier: Apache-2.0
// The root file system: attached, pivoted to, made read-only. Inside, in our own mount namespace.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "sys/proc.h"
#include "wire/source.h"

namespace hull::inside {

/// Cuts our mounts off from the host's: what happens here is not seen there. Host paths still work.
Result<void> isolate_mounts(const plan::Plan& plan);

/// The container's root as a handle: the tree of the host's rootfs, attached over its own path,
/// where hooks that mount something for the container expect it.
Result<sys::Root> enter_rootfs(const plan::Plan& plan, wire::Source source);

/// Makes `root` the root of our mount namespace, and every host path cease to exist; or only our
/// root directory, with --no-pivot or in a mount namespace that is not ours alone. With --no-pivot
/// the host's mounts stay below, but for `proc`'s and every other procfs and sysfs, which would let
/// the container mount one without masks.
Result<void> pivot(const plan::Plan& plan, sys::Root root, const sys::Proc& proc);

/// The asked propagation that pivot_root does not allow before it, and read-only for good.
Result<void> seal_rootfs(const plan::Plan& plan, const sys::Root& root);

}  // namespace hull::inside
