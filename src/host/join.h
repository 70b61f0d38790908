// SPDX-License-Identifier: Apache-2.0
// exec: sends a stage into a live container, which clones the process there, and plays the host's
// side of the protocol (wire/protocol.h). On failure everything undoes itself. Host side.
#pragma once

#include <vector>

#include "base/result.h"
#include "cgroup/doors.h"
#include "host/conversation.h"
#include "plan/plan.h"
#include "seccomp/program.h"
#include "sys/fd.h"
#include "sys/proc.h"
#include "sys/process.h"
#include "sys/task.h"
#include "wire/inheritance.h"

namespace hull::host {

/// What joining takes. Borrowed for the call, but for the descriptors.
struct Join {
  /// Of a container that exists: only its namespaces, keyring, seccomp and process are looked at.
  const plan::Plan& plan;
  const sys::Proc& proc;
  /// The container's init, alive.
  const sys::Process& init;
  /// The container's cgroup, and those below it that were asked for (cgroup/doors.h).
  sys::FdRef cgroup_root;
  const cgroup::Location& cgroup;
  const std::vector<cgroup::SubCgroup>& below;
  /// A process of the container may have CAP_SYS_PTRACE.
  bool may_be_traced = false;
  ListenerTaker take_listener;
  Warner warn;
  seccomp::Program filter;
  /// Where the process writes what went wrong when all was said: closed unwritten by exec.
  sys::Fd failure;
  std::vector<int> preserved;
  sys::DescriptorLimit descriptor_limit;
};

/// The stage's side: inside::join, handed in by life/.
using Joiner = void (*)(const plan::Plan& plan, wire::Inheritance inheritance);

/// From clone3 to a process in the container that waits to be let go on
/// (Launched::tell_recorded). The stage is born in the container's cgroup but outside of its pid
/// namespace, enters the namespaces by one setns(2) on init's pidfd, and clones the process when it
/// has become all that the process may be (inside/visible.h). Fails with what either side was
/// doing, or with how the child ended.
Result<Launched> join(Join join, Joiner joiner);

}  // namespace hull::host
