// SPDX-License-Identifier: Apache-2.0
// A command that is stopped before each of its system calls. Its children run free.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "sys/fd.h"
#include "sys/process.h"

namespace hull::crash {

class Tracee {
 public:
  /// Starts `command` with an empty standard input; it is stopped at its first instruction.
  explicit Tracee(const std::vector<std::string>& command);
  Tracee(const Tracee&) = delete;
  Tracee& operator=(const Tracee&) = delete;

  /// Runs to the next system call and gives its number; nothing when the process has ended.
  std::optional<long> next_call();
  /// Lets go of the stopped process, which receives `signal` (0: none) at once.
  void release(int signal);
  /// Waits for the end of a process that was let go, at most until the watchdog; nothing then.
  std::optional<sys::Exit> wait();

  pid_t pid() const { return pid_; }
  /// What it and its children have written to standard output and standard error.
  std::string output() const;

 private:
  pid_t pid_ = 0;
  sys::Fd output_;
  std::optional<sys::Exit> exit_;
};

/// The end of the world for whatever hangs: nothing is judged by its speed.
inline constexpr int kWatchdogMs = 20'000;

/// Starts `command` untraced and waits for it.
struct Ended {
  sys::Exit exit;
  std::string output;
};
Ended run(const std::vector<std::string>& command);

/// Prints "crash: …" and ends the test, for what is neither the runtime's fault nor expected.
[[noreturn]] void give_up(const std::string& reason);

}  // namespace hull::crash
