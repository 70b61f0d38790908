// SPDX-License-Identifier: Apache-2.0
// The short-lived process that enters foreign namespaces and then clones the real one. Inside.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the child, right after a clone without namespaces, with the host's ids and root. Enters
/// the plan's namespaces, writes the time offsets, then clones init as the host's child
/// (CLONE_PARENT), into its cgroup while our uid is still the one that owns that. Never returns.
[[noreturn]] void stage(const plan::Plan& plan, wire::Inheritance inheritance) noexcept;

}  // namespace hull::inside
