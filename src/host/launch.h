// SPDX-License-Identifier: Apache-2.0
// Clones the child and plays the host's side of the protocol (wire/protocol.h). On failure
// everything undoes itself. Host side.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/cgroup.h"
#include "host/conversation.h"
#include "host/rdt.h"
#include "plan/plan.h"
#include "seccomp/program.h"
#include "spec/state.h"
#include "sys/proc.h"
#include "wire/inheritance.h"

namespace hull::host {

/// The state document for hooks and a seccomp listener: by status word and pid (0: not known).
using StateDocument = std::function<spec::State(std::string_view status, pid_t pid)>;

/// What launching takes. Borrowed for the call, but for the descriptors.
struct Launch {
  const plan::Plan& plan;
  const sys::Proc& proc;
  /// Where cgroups are mounted.
  sys::FdRef cgroup_root;
  /// Made, its limits applied.
  cgroup::Cgroup& cgroup;
  /// Made; null without linux.intelRdt.
  const RdtLease* rdt = nullptr;
  StateDocument state;
  ListenerTaker take_listener;
  Warner warn;
  /// For init: see inside::Inheritance.
  seccomp::Program filter;
  sys::Fd fifo;
  sys::Fd failure;
  wire::HookFiles hook_files;
  std::vector<int> preserved;
  sys::DescriptorLimit descriptor_limit;
};

/// The child's side: inside::init or inside::stage, handed in by life/, the only one to know both.
using Inside = void (*)(const plan::Plan& plan, wire::Inheritance inheritance);

/// From clone3 to Ready, prestart and createRuntime hooks included; where init is cloned last
/// (Namespaces::clones_last), to an init that waits to be let go on. Hooks that ran before had the
/// stage's pid. The child runs `stage` if the
/// plan wants one, else `init`; neither returns. Fails with what either side was doing, or with how
/// the child ended if it could not say.
Result<Launched> launch(Launch launch, Inside init, Inside stage);

}  // namespace hull::host
