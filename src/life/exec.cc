// SPDX-License-Identifier: Apache-2.0
#include "life/exec.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "base/text.h"
#include "cgroup/doors.h"
#include "host/facts.h"
#include "host/join.h"
#include "host/schedule.h"
#include "host/seccomp.h"
#include "host/streams.h"
#include "inside/join.h"
#include "life/accounts.h"
#include "life/container.h"
#include "life/create.h"
#include "life/exec_process.h"
#include "life/handover.h"
#include "life/kept.h"
#include "life/rdt.h"
#include "life/supervise.h"
#include "plan/exec.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/pipe.h"

namespace hull::life {
namespace {

Result<void> check_enterable(const Container& container, bool ignore_paused) {
  auto status = TRY(container.status());
  switch (status) {
    case Status::Created:
    case Status::Running:
      return {};
    case Status::Creating:
      return Error::refused("cannot exec in a container that is being created");
    case Status::Paused:
      if (ignore_paused) return {};
      return Error::refused("cannot exec in a paused container (use --ignore-paused to override)");
    case Status::Stopped:
      return Error::refused("cannot exec in a stopped container: container not running");
  }
  return {};
}

/// Whether a process with these capabilities may trace others.
bool may_trace(const spec::Process& process) {
  if (!process.capabilities) return false;
  const spec::Capabilities& sets = *process.capabilities;
  for (const auto* set : {&sets.bounding, &sets.effective, &sets.permitted, &sets.inheritable})
    if (std::ranges::find(*set, "CAP_SYS_PTRACE") != set->end()) return true;
  return false;
}

/// The plan of the process, by what was kept of the container's configuration.
Result<plan::Plan> make_plan(Context& context, const Container& container, Kept kept,
                             const ExecOptions& options) {
  if (!kept.config.process) return Error::refused("exec.json has no process");
  std::vector<std::string> warnings;
  auto process =
      TRY(process_to_execute(*kept.config.process, options,
                             account_files(container.proc(), container.init()->pid()), warnings));
  context.log.warnings(warnings);
  kept.config.process = std::move(process);
  auto facts = TRY(host::gather_process_facts(container.proc()));
  // That of the user namespace which the process will be in, whoever made it.
  facts.setgroups_denied =
      TRY(host::denies_setgroups(container.proc(), format("{}", container.init()->pid())));
  const plan::Options asked = {.id = container.id(), .no_new_keyring = kept.no_new_keyring};
  auto planned = TRY(plan::plan_exec(kept.config, asked, facts));
  context.log.warnings(planned.warnings);
  return std::move(planned.plan);
}

Result<std::vector<cgroup::SubCgroup>> sub_cgroups(const std::vector<std::string>& asked) {
  std::vector<cgroup::SubCgroup> below;
  for (const std::string& text : asked) {
    auto one = TRY(cgroup::parse_sub_cgroup(text).context("--cgroup"));
    below.push_back(std::move(one));
  }
  return below;
}

Error ended_early() {
  return Error::refused("container not running: the process ended before it was executed");
}

/// execve closes the process's end of `failure`, and so does its death. But whoever may trace the
/// process may have taken that end and hold it open: then /proc tells.
Result<void> wait_for_exec(sys::FdRef failure, const host::Launched& launched,
                           const sys::Proc& proc) {
  constexpr int kPollMilliseconds = 20;
  constexpr std::size_t kLongestMessage = std::size_t{64} * 1024;
  const sys::Process& process = launched.init.process();
  const auto ours = sys::program_of(proc, "self");
  pollfd watched[] = {{failure.number(), POLLIN, 0}, {process.pidfd().number(), POLLIN, 0}};
  while (true) {
    auto ready = TRY(sys::wait(watched, kPollMilliseconds));
    if (ready != 0) break;
    const auto program = sys::program_of(proc, format("{}", process.pid()));
    if (program && program != ours) return {};
  }
  auto message = TRY(sys::read_available(failure, kLongestMessage));
  if (!message.empty()) return Error::refused(std::move(message));
  return launched.went_on() ? Result<void>() : ended_early();
}

/// A process of the container's that has been executed.
struct Executed {
  sys::Process process;
  /// The terminal's master, when the caller relays it itself.
  sys::Fd console;
  cgroup::OomWatch oom;
};

/// From the clone to a process that was executed. It is ours to undo until the last line.
Result<Executed> execute(host::Join join, const Record& record, sys::FdRef failure,
                         const ExecOptions& options, Console console,
                         const sys::Interruptible& interruptible) {
  const plan::Process& process = *join.plan.process;
  const sys::Proc& proc = join.proc;
  const host::ListenerTaker take_listener = join.take_listener;
  auto launched = TRY(host::join(std::move(join), &inside::join));
  TRY(host::set_scheduling(process, launched.init.pid()));
  TRY(enter_rdt(proc, record, launched.init.pid()));
  TRY(send_out(launched, options.receivers, console));
  TRY(interruptible.check());
  TRY(launched.tell_recorded(take_listener));
  TRY(wait_for_exec(failure, launched, proc));
  // Last, when the process is really there: conmon takes a missing file for a failed exec.
  TRY(write_pid(launched.init.pid(), options.receivers));
  Executed executed;
  executed.console = std::move(launched.console);
  executed.process = launched.init.keep();
  return executed;
}

Result<Executed> execute_in(Context& context, const ExecOptions& options, Console console,
                            const sys::Interruptible& interruptible) {
  auto below = TRY(sub_cgroups(options.cgroups));
  auto preserved = TRY(preserved_descriptors(options.preserve_fds));
  auto container = TRY(Container::open(context, options.id));
  TRY(check_enterable(container, options.ignore_paused));
  auto kept = TRY(read_kept(container.directory()));
  const bool container_may_trace = kept.config.process && may_trace(*kept.config.process);
  auto plan = TRY(make_plan(context, container, std::move(kept), options));
  TRY(check_terminal(plan.process->terminal, options.receivers, console));
  const cgroup::Location location = location_of(container.record().cgroup);
  auto failure = TRY(sys::make_pipe());
  host::Join join = {.plan = plan,
                     .proc = container.proc(),
                     .init = *container.init(),
                     .cgroup_root = container.cgroup_root(),
                     .cgroup = location,
                     .below = below};
  join.may_be_traced =
      container_may_trace || (plan.process->capabilities.bounding >> CAP_SYS_PTRACE & 1) != 0;
  join.take_listener = [&](sys::Fd listener, pid_t pid) {
    const spec::ContainerProcessState state = {
        .oci_version = container.record().oci_version,
        .fds = {"seccompFd"},
        .pid = pid,
        .metadata = plan.seccomp->listener_metadata,
        .state = document(container.record(), name(Status::Running), container.init()->pid())};
    return host::send_listener(*plan.seccomp, listener, state);
  };
  join.warn = [&context](std::string_view warning) { context.log.warning(warning); };
  if (plan.seccomp) join.filter = TRY(read_kept_filter(container.directory()));
  TRY(host::shield_streams(plan, container.proc()));
  join.failure = std::move(failure.writer);
  join.preserved = std::move(preserved);
  join.descriptor_limit = TRY(sys::raise_descriptor_limit());
  auto oom = cgroup::OomWatch::start(container.cgroup_root(), location);
  auto executed = TRY(execute(std::move(join), container.record(), failure.reader, options, console,
                              interruptible));
  executed.oom = std::move(oom);
  return executed;
}

/// Signals are kept waiting all along, and come to `supervise` when the process is there.
Result<Executed> execute_attached(Context& context, const ExecOptions& options) {
  sys::Interruptible interruptible;
  const Console console =
      options.receivers.console_socket.empty() ? Console::Caller : Console::Socket;
  return execute_in(context, options, console, interruptible);
}

Result<int> exec_foreground(Context& context, const ExecOptions& options) {
  auto signals = TRY(Signals::take());
  auto executed = TRY(execute_attached(context, options));
  std::optional<host::Relay> relay;
  if (executed.console.is_open()) {
    auto started = TRY(host::Relay::start(std::move(executed.console)));
    relay.emplace(std::move(started));
  }
  auto exit = TRY(supervise(executed.process, signals, std::move(relay), executed.oom));
  auto killed = exit.signal == SIGKILL ? explanation(executed.oom) : std::nullopt;
  if (killed) context.log.error(format("exec '{}': {}", options.id, *killed));
  return exit.code();
}

Result<int> exec_detached(Context& context, const ExecOptions& options) {
  sys::Interruptible interruptible;
  TRY(execute_in(context, options, Console::Socket, interruptible));
  interruptible.keep();
  return 0;
}

}  // namespace

Result<int> exec(Context& context, const ExecOptions& options) {
  return options.detach ? exec_detached(context, options) : exec_foreground(context, options);
}

}  // namespace hull::life
