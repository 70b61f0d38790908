// SPDX-License-Identifier: Apache-2.0
#include "tracee.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "sys/file.h"
#include "sys/spawn.h"

namespace hull::crash {
namespace {

constexpr int kCallStop = SIGTRAP | 0x80;

/// A file, not a pipe: who inherits it keeps nobody waiting.
sys::Fd output_file() {
  sys::Fd file(::memfd_create("output", MFD_CLOEXEC));
  if (!file.is_open()) give_up("memfd_create");
  return file;
}

[[noreturn]] void execute(const std::vector<std::string>& command, sys::FdRef output, bool traced) {
  int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0 || ::dup2(null, STDIN_FILENO) < 0) ::_exit(126);
  if (::dup2(output.number(), STDOUT_FILENO) < 0 || ::dup2(output.number(), STDERR_FILENO) < 0)
    ::_exit(126);
  if (traced && (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) < 0 || ::raise(SIGSTOP) != 0))
    ::_exit(126);
  auto arguments = sys::pointers(command);
  ::execv(command[0].c_str(), arguments.data());
  ::_exit(127);
}

std::string text_of(sys::FdRef file) {
  std::string text(static_cast<std::size_t>(::lseek(file.number(), 0, SEEK_END)), '\0');
  if (::pread(file.number(), text.data(), text.size(), 0) < 0) give_up("reading the output");
  return text;
}

sys::Exit exit_of(int status) {
  return WIFSIGNALED(status) ? sys::Exit{.signal = WTERMSIG(status)}
                             : sys::Exit{.status = WEXITSTATUS(status)};
}

/// waitpid that tells a stop from an end.
int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, __WALL) < 0)
    if (errno != EINTR) give_up("waitpid");
  return status;
}

}  // namespace

void give_up(const std::string& reason) {
  std::fprintf(stderr, "crash: %s: %s\n", reason.c_str(), std::strerror(errno));
  std::exit(2);
}

Tracee::Tracee(const std::vector<std::string>& command) : output_(output_file()) {
  pid_ = ::fork();
  if (pid_ < 0) give_up("fork");
  if (pid_ == 0) execute(command, output_, true);
  if (!WIFSTOPPED(wait_for(pid_))) give_up("the tracee did not stop");
  // No option that follows clones: what the command starts is not ours to hold up.
  if (::ptrace(PTRACE_SETOPTIONS, pid_, nullptr,
               PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL) < 0)
    give_up("ptrace(SETOPTIONS)");
  // The first exec ends in this event; from here on it is the command itself that runs.
  while (true) {
    if (::ptrace(PTRACE_CONT, pid_, nullptr, 0) < 0) give_up("ptrace(CONT)");
    int status = wait_for(pid_);
    if (!WIFSTOPPED(status)) give_up("'" + command[0] + "' cannot be executed");
    if (status >> 8 == (SIGTRAP | (PTRACE_EVENT_EXEC << 8))) return;
  }
}

std::optional<long> Tracee::next_call() {
  int signal = 0;
  while (true) {
    if (::ptrace(PTRACE_SYSCALL, pid_, nullptr, signal) < 0 && errno != ESRCH)
      give_up("ptrace(SYSCALL)");
    int status = wait_for(pid_);
    if (!WIFSTOPPED(status)) {
      exit_ = exit_of(status);
      return std::nullopt;
    }
    // Signals of its own are its own business; events and calls are no signals.
    const bool event = status >> 16 != 0;
    signal = event || WSTOPSIG(status) == kCallStop ? 0 : WSTOPSIG(status);
    if (WSTOPSIG(status) != kCallStop) continue;
    __ptrace_syscall_info info = {};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, pid_, sizeof info, &info) < 0)
      give_up("ptrace(GET_SYSCALL_INFO)");
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) return static_cast<long>(info.entry.nr);
  }
}

void Tracee::release(int signal) {
  if (signal != 0) ::kill(pid_, signal);
  // A killed tracee is gone already, stop or no stop.
  if (::ptrace(PTRACE_DETACH, pid_, nullptr, 0) < 0 && errno != ESRCH) give_up("ptrace(DETACH)");
}

std::optional<sys::Exit> Tracee::wait() {
  if (exit_) return exit_;
  auto process = sys::Process::open(pid_);
  if (!process) give_up("pidfd_open");
  auto ended = process->ended(kWatchdogMs);
  if (!ended || !*ended) return std::nullopt;
  exit_ = exit_of(wait_for(pid_));
  return exit_;
}

std::string Tracee::output() const {
  return text_of(output_);
}

Ended run(const std::vector<std::string>& command) {
  sys::Fd output = output_file();
  pid_t pid = ::fork();
  if (pid < 0) give_up("fork");
  if (pid == 0) execute(command, output, false);
  auto process = sys::Process::open(pid);
  if (!process) give_up("pidfd_open");
  auto ended = process->ended(kWatchdogMs);
  if (!ended || !*ended) {
    ::kill(pid, SIGKILL);
    wait_for(pid);
    return {{.signal = SIGALRM}, "it hangs"};
  }
  sys::Exit exit = exit_of(wait_for(pid));
  return {exit, text_of(output)};
}

}  // namespace hull::crash
