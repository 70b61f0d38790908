// SPDX-License-Identifier: Apache-2.0
#include "sys/clone.h"

#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/text.h"

namespace hull::sys {
namespace {

constexpr int kPatienceMilliseconds = 5000;

}  // namespace

Child::~Child() {
  if (!process_.is_open()) return;
  auto killed = process_.signal(SIGKILL);
  // One that cannot be killed must not hold us up for ever, nor one whose end somebody who traces
  // it keeps from us (ptrace(2)).
  if (!killed && !killed.error().is(ESRCH)) return;
  auto ended = process_.ended(kPatienceMilliseconds);
  if (ended && *ended) process_.reap();
}

Result<Exit> Child::wait() {
  auto exit = TRY(process_.wait());
  process_ = Process();
  return exit;
}

Result<std::optional<Child>> clone(std::uint64_t flags, std::optional<FdRef> cgroup) {
  int pidfd = -1;
  clone_args arguments = {};
  arguments.flags = flags | CLONE_PIDFD;
  arguments.pidfd = reinterpret_cast<std::uint64_t>(&pidfd);
  arguments.exit_signal = (flags & CLONE_PARENT) != 0 ? 0 : SIGCHLD;
  if (cgroup) {
    arguments.flags |= CLONE_INTO_CGROUP;
    arguments.cgroup = static_cast<std::uint64_t>(cgroup->number());
  }
  long pid = ::syscall(SYS_clone3, &arguments, sizeof arguments);
  if (pid < 0) return Error::system(format("clone3({:#x})", arguments.flags));
  if (pid == 0) return std::optional<Child>();
  return std::optional<Child>(Child(Process(static_cast<pid_t>(pid), Fd(pidfd))));
}

}  // namespace hull::sys
