// SPDX-License-Identifier: Apache-2.0
#include "sys/process.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

/// Of /proc/PID/stat (proc(5)).
struct Stat {
  char state = 0;
  std::optional<std::uint64_t> start_time;  // clock ticks since boot
  int wait_status = 0;                      // as wait(2) has it; 0 before its end

  bool is_over() const { return state == 'Z' || state == 'X'; }
};

/// Nothing when there is no such process.
Result<std::optional<Stat>> read_stat(const Proc& proc, pid_t pid) {
  constexpr std::size_t kFirst = 3, kStart = 22, kExitCode = 52;
  auto text = proc.try_read(format("{}/stat", pid));
  // A process that ends while its file is read answers ESRCH.
  if (!text && text.error().is(ESRCH)) return std::optional<Stat>();
  auto line = TRY(std::move(text));
  if (!line) return std::optional<Stat>();
  // The name may hold anything, blanks and brackets too: count from the last bracket. Field 3, the
  // state, follows it.
  std::string_view rest = *line;
  std::size_t bracket = rest.rfind(')');
  if (bracket == std::string_view::npos || bracket + 2 > rest.size())
    return Error::refused(format("/proc/{}/stat has no command name", pid));
  auto fields = split(trim(rest.substr(bracket + 2)), ' ');
  if (fields.size() <= kExitCode - kFirst)
    return Error::refused(format("/proc/{}/stat is too short", pid));
  return Stat{.state = fields[0].front(),
              .start_time = parse_uint(fields[kStart - kFirst]),
              .wait_status = static_cast<int>(parse_int(fields[kExitCode - kFirst]).value_or(0))};
}

Exit exit_of(int wait_status) {
  if (WIFSIGNALED(wait_status)) return {.signal = WTERMSIG(wait_status)};
  return {.status = WEXITSTATUS(wait_status)};
}

/// The first version of struct pidfd_info of <linux/pidfd.h>, which Debian 12 does not have.
struct PidfdInfo {
  std::uint64_t mask;
  std::uint64_t cgroupid;
  std::uint32_t pid, tgid, ppid;
  std::uint32_t ruid, rgid, euid, egid, suid, sgid, fsuid, fsgid;
  std::int32_t exit_code;
};
constexpr std::uint64_t kInfoExit = 1 << 3;                     // PIDFD_INFO_EXIT
constexpr unsigned long kGetInfo = _IOWR(0xFF, 11, PidfdInfo);  // PIDFD_GET_INFO

/// Of a process that was reaped; nothing where the kernel does not keep it.
std::optional<Exit> kept_exit(FdRef pidfd) {
  PidfdInfo info = {};
  info.mask = kInfoExit;
  if (::ioctl(pidfd.number(), kGetInfo, &info) < 0) return std::nullopt;
  if ((info.mask & kInfoExit) == 0) return std::nullopt;
  return exit_of(info.exit_code);
}

}  // namespace

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

void Process::reap() const {
  siginfo_t info = {};
  ::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(pidfd_.number()), &info,
           WEXITED | WNOHANG);
}

Result<std::optional<Exit>> Process::watch(const Proc& proc, std::uint64_t start_time) const {
  TRY(ended(-1));
  auto stat = TRY(read_stat(proc, pid_));
  if (stat && stat->state == 'Z' && stat->start_time == start_time)
    return std::optional<Exit>(exit_of(stat->wait_status));
  return kept_exit(pidfd_);
}

Result<Fd> Process::take_descriptor(int number) const {
  const long fd = ::syscall(SYS_pidfd_getfd, pidfd_.number(), number, 0);
  if (fd < 0) return Error::system(format("pidfd_getfd({}, {})", pid_, number));
  return Fd(static_cast<int>(fd));
}

Result<std::optional<std::uint64_t>> start_time(const Proc& proc, pid_t pid) {
  auto stat = TRY(read_stat(proc, pid));
  if (!stat || stat->is_over()) return std::optional<std::uint64_t>();
  return stat->start_time;
}

std::optional<std::string> program_of(const Proc& proc, const std::string& pid) {
  auto text = read_link(proc.root(), pid + "/exe");
  if (!text) return std::nullopt;
  return std::move(text).value();
}

Result<void> end_with_parent(bool on) {
  if (::prctl(PR_SET_PDEATHSIG, on ? SIGKILL : 0) < 0) return Error::system("prctl(PDEATHSIG)");
  return {};
}

}  // namespace hull::sys
