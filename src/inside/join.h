// SPDX-License-Identifier: Apache-2.0
// The story of exec: a second process enters a live container. Inside.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the child, right after the clone, in the container's cgroup and pid namespace, with the
/// host's ids and root. Enters what is left of the container and executes the plan's process, once
/// the host has let it. Failures before that go to the link, later ones to `in.failure`. Never
/// returns.
[[noreturn]] void join(const plan::Plan& plan, wire::Inheritance in) noexcept;

/// The same for a caller who has no right to the pid namespace but by the container's user
/// namespace: enters both, and clones join() as the host's child (CLONE_PARENT). Never returns.
[[noreturn]] void join_stage(const plan::Plan& plan, wire::Inheritance in) noexcept;

}  // namespace hull::inside
