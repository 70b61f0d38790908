// SPDX-License-Identifier: Apache-2.0
// What launching a container and joining one have in common on the host's side of the protocol
// (wire/protocol.h). Host side.
#pragma once

#include <functional>
#include <optional>
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
  /// Of a process that was cloned last (host/birth.h), which has no link: what it waits for, byte
  /// by byte. And the number that its listener will have, if it loads its filter itself.
  sys::Fd go;
  /// Its reading end, so that writing cannot end us with SIGPIPE. Not a socket: whoever took that
  /// from the process could have our pidfd by it (SO_PEERPIDFD), and by that our descriptors.
  sys::Fd go_reader;
  std::optional<int> listener;
  /// The terminal's master and the slave's name, with process.terminal.
  sys::Fd console;
  std::string console_name;
  /// Of a new container; back on the host again unless released.
  NetDevices net_devices;

  /// Lets a process without a link go on by one step.
  Result<void> let_go() const;
  /// Whether it has taken every such word.
  bool went_on() const;
  /// Tells the child that it is on record: it outlives us from here on. A listener that was not
  /// there before goes to `taker` meanwhile.
  Result<void> tell_recorded(const ListenerTaker& taker);
  /// The same, and gives it away.
  Result<sys::Process> release(const ListenerTaker& taker);
};

/// After a stage: the child is the one that says Hello: either another, ours by CLONE_PARENT and
/// not reaped, so the number is its own, and `stage` has ended then; or the stage, which goes on.
Result<void> meet(Launched& launched, sys::Child stage);

/// Writes process.oomScoreAdj of `who`, a pid or "self", if it was asked for. To lower it takes
/// CAP_SYS_RESOURCE (proc(5)); where the plan allows for its lack, `warn` is told and the score
/// stays. For a caller who is not root `who` must be dumpable.
Result<void> set_oom_score(const sys::Proc& proc, std::string_view who,
                           const plan::Process& process, const Warner& warn);

/// Takes the message of step Console.
Result<void> take_console(Launched& launched, sys::Message console);

/// Takes the listener that the message of step Listener announces.
Result<sys::Fd> take_announced(const Launched& launched, const sys::Message& announced);

/// Takes it and gives it to `taker` before anybody else has the process: somebody must answer for
/// it from now on.
Result<void> hand_listener_on(const Launched& launched, const sys::Message& announced,
                              const ListenerTaker& taker);

/// Any other step than the one that was waited for.
Error unexpected(wire::Step came, wire::Step awaited);

/// What the child said, if it said anything: its own words come before the broken link that they
/// cause here. Else how it ended. `who` names it: "init".
Error explain(Error error, Launched& launched, std::string_view who);

}  // namespace hull::host
