// SPDX-License-Identifier: Apache-2.0
// The story of exec: a second process enters a live container. Inside.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the stage, right after the clone, in the container's cgroup, with the host's ids, root
/// and namespaces. Enters the container, becomes what the plan's process is to be, clones that
/// (inside/visible.h) and ends; the process executes its program once the host has let it. Failures
/// of the stage go to the link, or to `in.birth` when that is closed, those of the process to
/// `in.failure`. Never returns.
[[noreturn]] void join(const plan::Plan& plan, wire::Inheritance in) noexcept;

}  // namespace hull::inside
