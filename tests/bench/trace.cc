// SPDX-License-Identifier: Apache-2.0
#include "bench/trace.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>

namespace hull::bench {

namespace {

constexpr unsigned long kOptions = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK |
                                   PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC |
                                   PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL;

// The word of a system-call stop: its number on the way in, -1 on the way out.
long entered_call(pid_t task) {
  __ptrace_syscall_info info{};
  if (ptrace(PTRACE_GET_SYSCALL_INFO, task, sizeof info, &info) <= 0) return -1;
  return info.op == PTRACE_SYSCALL_INFO_ENTRY ? static_cast<long>(info.entry.nr) : -1;
}

void resume(pid_t task, int signal) {
  ptrace(PTRACE_SYSCALL, task, nullptr, static_cast<std::intptr_t>(signal));
}

}  // namespace

Tracer::Tracer(const std::string& program) {
  struct stat info;
  if (stat(program.c_str(), &info) == 0) {
    program_device_ = info.st_dev;
    program_inode_ = info.st_ino;
  }
}

bool Tracer::run(const Setting& setting, std::vector<std::string> line, Command command) {
  auto argv = argv_of(line);
  int gate[2];
  if (pipe(gate) != 0) return false;
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    // Wait until we are seized; then the streams, as posix_spawn sets them in the timed runs.
    char go = 0;
    if (read(gate[0], &go, 1) != 1) _exit(125);
    close(gate[0]);
    close(gate[1]);
    dup2(setting.null, 0);
    dup2(setting.null, 1);
    dup2(setting.standard_error, 2);
    execv(argv[0], argv.data());
    _exit(125);
  }
  close(gate[0]);
  current_ = command;
  owners_[child] = command;
  launching_.insert(child);
  costs_[command].processes++;
  const bool seized = ptrace(PTRACE_SEIZE, child, nullptr, kOptions) == 0;
  if (!seized) kill(child, SIGKILL);
  const bool released = write(gate[1], "g", 1) == 1;
  close(gate[1]);
  follow_until_gone(child);
  const int status = gone_[child];
  return released && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void Tracer::follow_until_gone(pid_t pid) {
  while (!gone_.contains(pid)) follow_one_event();
}

void Tracer::follow_one_event() {
  int status = 0;
  const pid_t task = waitpid(-1, &status, __WALL);
  if (task < 0) {
    // Nobody is left, so whoever we wait for is gone too.
    for (const auto& [owned, command] : owners_) gone_.emplace(owned, 0);
    return;
  }
  if (WIFEXITED(status) || WIFSIGNALED(status)) {
    gone_[task] = status;
    owners_.erase(task);
    return;
  }
  // A new process may show up before its parent's event does: it belongs to the command that runs.
  const auto [owner, is_new] = owners_.try_emplace(task, current_);
  gone_.erase(task);
  if (is_new) costs_[owner->second].processes++;

  const int event = status >> 16;
  const int signal = WSTOPSIG(status);
  if (signal == (SIGTRAP | 0x80)) {
    const long call = entered_call(task);
    if (call >= 0 && !launching_.contains(task)) costs_[owner->second].calls++;
    // After an exec the old memory is gone, and its mark with it.
    if (call == SYS_execve || call == SYS_execveat) note_peak(task);
    resume(task, 0);
  } else if (event == PTRACE_EVENT_EXEC) {
    launching_.erase(task);
    if (is_payload(task)) {
      owners_.erase(task);
      ptrace(PTRACE_DETACH, task, nullptr, nullptr);
    } else {
      resume(task, 0);
    }
  } else if (event == PTRACE_EVENT_EXIT) {
    note_peak(task);
    resume(task, 0);
  } else if (event == PTRACE_EVENT_STOP && signal != SIGTRAP) {
    ptrace(PTRACE_LISTEN, task, nullptr, nullptr);  // a group stop: stay stopped
  } else {
    resume(task, event == 0 ? signal : 0);
  }
}

void Tracer::note_peak(pid_t task) {
  if (launching_.contains(task)) return;  // our own pages
  std::ifstream lines("/proc/" + std::to_string(task) + "/status");
  std::string line;
  while (std::getline(lines, line)) {
    if (!line.starts_with("VmHWM:")) continue;
    auto& peak = costs_[owners_.at(task)].peak;
    peak = std::max(peak, std::stol(line.substr(6)));
  }
}

bool Tracer::is_payload(pid_t task) const {
  struct stat info;
  return stat(("/proc/" + std::to_string(task) + "/exe").c_str(), &info) == 0 &&
         info.st_dev == program_device_ && info.st_ino == program_inode_;
}

}  // namespace hull::bench
