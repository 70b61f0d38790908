// SPDX-License-Identifier: Apache-2.0
#include "sys/trace.h"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <utility>

#include "base/text.h"
#include "sys/interrupt.h"

namespace hull::sys {
namespace {

constexpr int kPollMilliseconds = 1;

std::uintptr_t bits(unsigned long value) {
  return value;
}

/// Goes on from `stop`: a signal reaches the process as it would have, any other stop is none of
/// ours to keep.
void go_on(pid_t pid, int stop) {
  ::ptrace(PTRACE_CONT, pid, nullptr, bits(stop >> 8 == 0 ? stop & 0x7f : 0));
}

/// Whether `pid` is in a ptrace stop, and which: the event above the signal. Nothing while it runs.
/// An end is left for whoever reaps it.
Result<std::optional<int>> stop_of(pid_t pid) {
  siginfo_t info = {};
  if (::waitid(P_PID, static_cast<id_t>(pid), &info, WSTOPPED | WNOHANG | __WALL) < 0) {
    if (errno != ECHILD) return Error::system(format("waitid({})", pid));
    // One that has ended will not stop any more.
    return std::optional<int>();
  }
  if (info.si_pid == 0) return std::optional<int>();
  return std::optional<int>(info.si_status);
}

void detach(pid_t pid) {
  // One that runs cannot be let go of, and needs not: it is let go of with us.
  ::ptrace(PTRACE_DETACH, pid, nullptr, nullptr);
}

/// We trace it and have not reaped it: the number is its own.
void end(pid_t pid) {
  constexpr int kPatienceMilliseconds = 5000;
  ::kill(pid, SIGKILL);
  auto process = Process::open(pid);
  if (!process) return;
  ignore(process->ended(kPatienceMilliseconds), "then it is stuck");
  siginfo_t info = {};
  ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | __WALL);
}

}  // namespace

Result<Traced> Traced::seize(const Process& child) {
  constexpr unsigned long kOptions = PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_EXITKILL;
  if (::ptrace(PTRACE_SEIZE, child.pid(), nullptr, bits(kOptions)) < 0)
    return Error::system(format("ptrace(SEIZE, {})", child.pid()));
  return Traced(child);
}

Traced::Traced(Traced&& other) noexcept
    : child_(std::exchange(other.child_, nullptr)), cloned_(other.cloned_) {}

Traced::~Traced() {
  if (child_ == nullptr) return;
  if (cloned_ != 0) end(cloned_);
  detach(child_->pid());
}

void Traced::let_live() {
  detach(std::exchange(cloned_, 0));
}

Result<pid_t> Traced::await_clone() {
  const pid_t child = child_->pid();
  while (true) {
    auto stop = TRY(stop_of(child));
    if (stop && (*stop >> 8 == PTRACE_EVENT_CLONE || *stop >> 8 == PTRACE_EVENT_FORK)) break;
    if (stop) go_on(child, *stop);
    auto ended = TRY(child_->ended(0));
    if (ended) return Error::refused("it ended before it cloned");
    if (!stop) TRY(wait({}, kPollMilliseconds));
  }
  unsigned long cloned = 0;
  if (::ptrace(PTRACE_GETEVENTMSG, child, nullptr, &cloned) < 0)
    return Error::system("ptrace(GETEVENTMSG)");
  cloned_ = static_cast<pid_t>(cloned);
  auto process = TRY(Process::open(cloned_));
  while (true) {
    auto stop = TRY(stop_of(cloned_));
    if (stop) return cloned_;
    auto ended = TRY(process.ended(0));
    if (ended) return Error::refused("what it cloned has ended");
    TRY(wait({}, kPollMilliseconds));
  }
}

Result<void> Traced::see_out() {
  constexpr int kEvent = PTRACE_EVENT_CLONE << 8;
  for (pid_t pid : {child_->pid(), cloned_}) go_on(pid, kEvent);
  while (true) {
    siginfo_t info = {};
    if (::waitid(P_PID, static_cast<id_t>(cloned_), &info, WEXITED | WSTOPPED | WNOHANG | __WALL) <
        0)
      return Error::system(format("waitid({})", cloned_));
    const bool is_over =
        info.si_code == CLD_EXITED || info.si_code == CLD_KILLED || info.si_code == CLD_DUMPED;
    if (info.si_pid != 0 && is_over) break;
    if (info.si_pid != 0) go_on(cloned_, info.si_status);
    auto stop = TRY(stop_of(child_->pid()));
    if (stop) go_on(child_->pid(), *stop);
    if (info.si_pid == 0) TRY(wait({}, kPollMilliseconds));
  }
  cloned_ = 0;
  return {};
}

}  // namespace hull::sys
