// SPDX-License-Identifier: Apache-2.0
// The process that enters foreign namespaces before the container's process is cloned. Inside.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the child, right after a clone without namespaces, with the host's ids and root. Enters
/// the plan's namespaces and writes the time offsets. Then it clones init as the host's child
/// (CLONE_PARENT), into its cgroup while our uid is still the one that owns that, and ends; or,
/// where the plan says so (Namespaces::clones_last), makes the other namespaces for itself and goes
/// on as init, which is cloned when all is built. Never returns.
[[noreturn]] void stage(const plan::Plan& plan, wire::Inheritance inheritance) noexcept;

}  // namespace hull::inside
