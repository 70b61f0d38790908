// SPDX-License-Identifier: Apache-2.0
// The host's side of a process that its stage clones last (inside/visible.h). Host side.
#pragma once

#include <functional>
#include <optional>

#include "base/result.h"
#include "cgroup/doors.h"
#include "host/conversation.h"
#include "plan/plan.h"
#include "seccomp/program.h"
#include "sys/fd.h"
#include "wire/inheritance.h"

namespace hull::host {

/// Gives `in` what a stage that clones the process last has beside other children, and `launched`
/// our ends of it. `may_be_traced`: others in its pid namespace may have CAP_SYS_PTRACE.
/// Refuses a filter that would keep the stage from its work, so that the process has to load it
/// itself, where one of those could trace it meanwhile (in a user namespace none can).
Result<void> prepare_birth(const plan::Plan& plan, bool may_be_traced, wire::Inheritance& in,
                           Launched& launched);

/// Whether the stage and the process can do behind `filter` all that they still have to. Pure.
bool lets_be_born(const seccomp::Program& filter, const plan::Plan& plan);

/// Two cgroups: the container's, and that of whoever may stay out of it.
struct Detour {
  /// Moves a process into the container's.
  std::function<Result<void>(pid_t pid)> in;
  /// Moves one into ours.
  std::function<Result<void>(pid_t pid)> out;
};

/// From the stage's last word to its end: `launched.init` is the process then, our child by
/// CLONE_PARENT, which waits to be let go on (Launched::let_go). Where pids.max has no room for
/// stage and process, the stage is moved out meanwhile and the process, which we trace so that it
/// does nothing before, in.
Result<void> meet_process(const wire::Birth& birth, const Detour& detour, Launched& launched);

}  // namespace hull::host
