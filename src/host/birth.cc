// SPDX-License-Identifier: Apache-2.0
#include "host/birth.h"

#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "seccomp/architectures.h"
#include "seccomp/interpreter.h"
#include "sys/interrupt.h"
#include "sys/pipe.h"
#include "sys/trace.h"

namespace hull::host {
namespace {

constexpr int kPollMilliseconds = 5;

struct Call {
  long number;
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

/// Pointers and lengths are 0 here: a rule on those has no sense.
bool passes(const seccomp::Program& filter, const Call& call) {
  seccomp_data data = {};
  data.nr = static_cast<int>(call.number);
  data.arch = seccomp::native_architecture().audit;
  data.args[0] = call.first;
  data.args[1] = call.second;
  const auto verdict = seccomp::interpret(filter, data);
  if (!verdict) return false;
  const std::uint32_t action = *verdict & SECCOMP_RET_ACTION_FULL;
  return action == SECCOMP_RET_ALLOW || action == SECCOMP_RET_LOG;
}

/// Tells the stage to try again when there is room.
Result<void> make_room(const Detour& detour, Launched& stage) {
  const sys::Process& process = stage.init.process();
  auto traced = TRY(sys::Traced::seize(process).context("the cgroup has no room for a process"));
  TRY(detour.out(process.pid()).context("leaving the container's cgroup for a birth"));
  TRY(stage.let_go());
  const pid_t born = TRY(traced.await_clone());
  TRY(detour.in(born).context("entering the container's cgroup"));
  traced.let_live();
  return {};
}

/// Waits for the end of the stage, which leaves the process or has failed.
Result<void> await_end(const wire::Birth& birth, const Detour& detour, Launched& stage) {
  while (true) {
    pollfd watched[] = {{stage.init.process().pidfd().number(), POLLIN, 0}};
    auto ended = TRY(sys::wait(watched, kPollMilliseconds));
    if (ended != 0) break;
    if (!birth.take_crowded()) continue;
    auto room = make_room(detour, stage);
    // Its own word comes first: there may be another limit (RLIMIT_NPROC).
    if (!room && !birth.has_failed()) return room;
  }
  auto exit = TRY(stage.init.wait());
  if (birth.has_failed() || birth.pid() != 0) return {};
  return Error::refused(exit.signal != 0 ? format("the stage was killed by signal {}", exit.signal)
                                         : format("the stage ended with status {}", exit.status));
}

}  // namespace

bool lets_be_born(const seccomp::Program& filter, const plan::Plan& plan) {
  std::vector<Call> calls = {{SYS_clone, CLONE_PARENT | CLONE_CHILD_SETTID},
                             {SYS_setsid},
                             {SYS_read},
                             {SYS_write},
                             {SYS_execve},
                             {SYS_exit_group}};
  if (plan.process->terminal) calls.push_back({SYS_ioctl, STDIN_FILENO, TIOCSCTTY});
  if (!plan.process->no_new_privileges) calls.push_back({SYS_capset});
  if (plan.has_listener()) calls.push_back({SYS_close});
  if (plan.process->limits_processes()) calls.push_back({SYS_prlimit64, 0, RLIMIT_NPROC});
  return std::ranges::all_of(calls, [&](const Call& call) { return passes(filter, call); });
}

Result<void> prepare_birth(const plan::Plan& plan, bool may_be_traced, wire::Inheritance& in,
                           Launched& launched) {
  auto birth = TRY(wire::Birth::make());
  in.birth.emplace(std::move(birth));
  auto pipe = TRY(sys::make_pipe());
  launched.go_reader = TRY(sys::duplicate(pipe.reader));
  in.go = std::move(pipe.reader);
  launched.go = std::move(pipe.writer);
  if (!plan.process || !plan.seccomp) return {};
  in.filter_first = lets_be_born(in.filter, plan);
  if (in.filter_first || !may_be_traced || plan.in_user_namespace()) return {};
  return Error::refused(
             "/linux/seccomp: the filter forbids what the runtime must do behind it, and without "
             "the filter the process would be in reach of the container's CAP_SYS_PTRACE")
      .hint(
          "let clone, setsid, read, write, ioctl, capset, close, prlimit64, execve and exit_group "
          "pass, or take CAP_SYS_PTRACE from the container");
}

Result<void> meet_process(const wire::Birth& birth, const Detour& detour, Launched& launched) {
  auto ended = await_end(birth, detour, launched);
  if (!ended && birth.pid() == 0) return ended;
  if (birth.has_failed()) return birth.failure();
  auto process = TRY(sys::Process::open(birth.pid()));
  // On failure it ends with what is launched.
  launched.init = sys::Child(std::move(process));
  return ended;
}

}  // namespace hull::host
