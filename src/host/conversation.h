// SPDX-License-Identifier: Apache-2.0
// What launching a container and joining one have in common on the host's side of the protocol
// (wire/protocol.h). Host side.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "host/netdevices.h"
#include "plan/plan.h"
#include "sys/clone.h"
#include "sys/proc.h"
#include "wire/link.h"

namespace hull::host {

/// Who gets the seccomp listener of the container's process `pid`.
using ListenerTaker = std::function<Result<void>(sys::Fd listener, pid_t pid)>;

/// For what goes on although not all is as asked.
using Warner = std::function<void(std::string_view warning)>;

/// A child that has done all it can before `start`, or before it executes. Killed and reaped unless
/// released.
struct Launched {
  sys::Child init;
  wire::Link link;
  /// The terminal's master and the slave's name, with process.terminal.
  sys::Fd console;
  std::string console_name;
  /// Of a new container; back on the host again unless released.
  NetDevices net_devices;

  /// Tells the child that it is on record: it outlives us from here on.
  Result<sys::Process> release();
};

/// After a stage: the child is the one that says Hello, ours by CLONE_PARENT and not reaped, so the
/// number is its own. `stage` has ended then.
Result<void> meet(Launched& launched, sys::Child stage);

/// Writes process.oomScoreAdj of `who`, a pid or "self", if it was asked for. To lower it takes
/// CAP_SYS_RESOURCE (proc(5)); where the plan allows for its lack, `warn` is told and the score
/// stays. For a caller who is not root `who` must be dumpable.
Result<void> set_oom_score(const sys::Proc& proc, std::string_view who,
                           const plan::Process& process, const Warner& warn);

/// Takes the message of step Console.
Result<void> take_console(Launched& launched, sys::Message console);

/// Takes the listener that the message of step Listener announces, and gives it to `taker` before
/// anybody else has the process: somebody must answer for it from now on.
Result<void> hand_listener_on(const Launched& launched, const sys::Message& announced,
                              const ListenerTaker& taker);

/// Any other step than the one that was waited for.
Error unexpected(wire::Step came, wire::Step awaited);

/// What the child said, if it said anything: its own words come before the broken link that they
/// cause here. Else how it ended. `who` names it: "init".
Error explain(Error error, Launched& launched, std::string_view who);

}  // namespace hull::host
