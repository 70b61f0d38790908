// SPDX-License-Identifier: Apache-2.0
// The story of `mounts`: a process of ours enters a container that lives, as its root, and changes
// what is mounted there. It does nothing of the container's, and stays out of its pid namespace, so
// that nobody in there can see or end it. Inside.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the child, right after the clone, not dumpable, with the host's ids, namespaces and
/// root, and not in the container's cgroup, which may be frozen. Attaches all of the plan's mounts,
/// each at its destination as the container's root has it now, or none: what was attached is
/// detached again when one fails, or the host does not say Recorded. Mount points that were made
/// stay. Never returns; what went wrong goes to the link.
[[noreturn]] void add_mounts(const plan::Plan& plan, wire::Inheritance in) noexcept;

/// The same, but what is mounted at the destinations is detached, the last one first; nothing is
/// unless there is something to be detached at each.
[[noreturn]] void remove_mounts(const plan::Plan& plan, wire::Inheritance in) noexcept;

}  // namespace hull::inside
