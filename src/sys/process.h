// SPDX-License-Identifier: Apache-2.0
// Processes by pidfd: a number alone may belong to somebody else by the time it is used. Host side,
// but for `end_with_parent`.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::sys {

/// How a process ended: an exit status, or a signal.
struct Exit {
  int status = 0;
  int signal = 0;
  /// The shell's convention: status, or 128 + signal.
  int code() const { return signal != 0 ? 128 + signal : status; }
};

/// A process that we may signal and watch: pid, pidfd and, for records, the start time. Owns only
/// the descriptor: dropping it leaves the process alone.
class Process {
 public:
  Process() = default;
  Process(pid_t pid, Fd pidfd) : pid_(pid), pidfd_(std::move(pidfd)) {}
  /// Opens process `pid`, which must be alive or a zombie. ESRCH when it is gone, also where its
  /// number lives on as that of its session or group.
  static Result<Process> open(pid_t pid);
  /// Opens `pid` if it is still the process that started at `start_time`, else nothing.
  static Result<std::optional<Process>> find(const Proc& proc, pid_t pid, std::uint64_t start_time);

  pid_t pid() const { return pid_; }
  FdRef pidfd() const { return pidfd_; }
  bool is_open() const { return pidfd_.is_open(); }
  /// pidfd_send_signal(2). ESRCH when it has ended.
  Result<void> signal(int number) const;
  /// Whether it has ended (a zombie has): poll(2) on the pidfd, waiting at most `timeout_ms`
  /// milliseconds, -1 for ever.
  Result<bool> ended(int timeout_ms) const;
  /// Reaps our own child (waitid(2), P_PIDFD), waiting for its end.
  Result<Exit> wait() const;
  /// Reaps our own child if it has ended and nobody traces it, without waiting.
  void reap() const;
  /// Waits for the end of a process that need not be our child, and says how it was: by
  /// /proc/PID/stat while it is a zombie, which takes the right to trace it, else by the pidfd
  /// (PIDFD_GET_INFO with PIDFD_INFO_EXIT, Linux 6.15). Nothing where it was reaped and the kernel
  /// is older. `start_time` is its own.
  Result<std::optional<Exit>> watch(const Proc& proc, std::uint64_t start_time) const;
  /// A copy of its descriptor `number` (pidfd_getfd(2), Linux 5.6), close-on-exec. EBADF when it
  /// has none of that number. Needs the right to trace it.
  Result<Fd> take_descriptor(int number) const;

 private:
  pid_t pid_ = 0;
  Fd pidfd_;
};

/// The start time of a process in clock ticks since boot: field 22 of /proc/PID/stat. Nothing when
/// it is gone or a zombie.
Result<std::optional<std::uint64_t>> start_time(const Proc& proc, pid_t pid);

/// What /proc calls the program that `pid` ("self" for us) executes: another text once it has
/// executed another. Nothing where we may not see it, or it has ended.
std::optional<std::string> program_of(const Proc& proc, const std::string& pid);

/// Asks the kernel to send this process SIGKILL when its parent thread ends
/// (PR_SET_PDEATHSIG; forgotten on execve of setuid programs and on changes of credentials);
/// `end_with_parent(false)` takes it back.
Result<void> end_with_parent(bool on);

}  // namespace hull::sys
