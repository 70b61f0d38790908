// SPDX-License-Identifier: Apache-2.0
#include "sys/process.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {

Result<Process> Process::open(pid_t pid) {
  long fd = ::syscall(SYS_pidfd_open, pid, 0);
  // Of a number that is no process's (any more) but still a thread's, a group's or a session's
  // older kernels (6.12) say EINVAL, newer ones (6.18) ENOENT of a thread's.
  if (fd < 0 && (errno == EINVAL || errno == ENOENT)) errno = ESRCH;
  if (fd < 0) return Error::system(format("pidfd_open({})", pid));
  return Process(pid, Fd(static_cast<int>(fd)));
}

Result<std::optional<Process>> Process::find(const Proc& proc, pid_t pid, std::uint64_t start) {
  auto process = open(pid);
  if (!process) {
    if (process.error().is(ESRCH)) return std::optional<Process>();
    return std::move(process).error();
  }
  // The descriptor first: a pid that is recycled after this line cannot be mistaken for ours.
  auto found = TRY(start_time(proc, pid));
  if (found != start) return std::optional<Process>();
  return std::optional<Process>(std::move(process).value());
}

Result<void> Process::signal(int number) const {
  if (::syscall(SYS_pidfd_send_signal, pidfd_.number(), number, nullptr, 0) < 0)
    return Error::system(format("pidfd_send_signal({}, {})", pid_, number));
  return {};
}

Result<bool> Process::ended(int timeout_ms) const {
  pollfd entry = {pidfd_.number(), POLLIN, 0};
  while (true) {
    int ready = ::poll(&entry, 1, timeout_ms);
    if (ready >= 0) return ready > 0;
    if (errno != EINTR) return Error::system(format("poll(pidfd of {})", pid_));
  }
}

Result<Exit> Process::wait() const {
  siginfo_t info = {};
  while (::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(pidfd_.number()), &info,
                  WEXITED) < 0)
    if (errno != EINTR) return Error::system(format("waitid({})", pid_));
  if (info.si_code == CLD_EXITED) return Exit{.status = info.si_status};
  return Exit{.signal = info.si_status};
}

Result<Fd> Process::take_descriptor(int number) const {
  const long fd = ::syscall(SYS_pidfd_getfd, pidfd_.number(), number, 0);
  if (fd < 0) return Error::system(format("pidfd_getfd({}, {})", pid_, number));
  return Fd(static_cast<int>(fd));
}

Result<std::optional<std::uint64_t>> start_time(const Proc& proc, pid_t pid) {
  auto text = proc.try_read(format("{}/stat", pid));
  // A process that ends while its file is read answers ESRCH.
  if (!text && text.error().is(ESRCH)) return std::optional<std::uint64_t>();
  auto stat = TRY(std::move(text));
  if (!stat) return std::optional<std::uint64_t>();
  // The name may hold anything, blanks and brackets too: count from the last bracket. Field 3, the
  // state, follows it.
  std::string_view rest = *stat;
  std::size_t bracket = rest.rfind(')');
  if (bracket == std::string_view::npos || bracket + 2 > rest.size())
    return Error::refused(format("/proc/{}/stat has no command name", pid));
  auto fields = split(rest.substr(bracket + 2), ' ');
  if (fields.size() < 20) return Error::refused(format("/proc/{}/stat is too short", pid));
  if (fields[0] == "Z" || fields[0] == "X") return std::optional<std::uint64_t>();
  return parse_uint(fields[19]);
}

Result<void> end_with_parent(bool on) {
  if (::prctl(PR_SET_PDEATHSIG, on ? SIGKILL : 0) < 0) return Error::system("prctl(PDEATHSIG)");
  return {};
}

}  // namespace hull::sys
