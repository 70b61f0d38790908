// SPDX-License-Identifier: Apache-2.0
// Counts what a command costs beside time. Runs it under ptrace, which sees every process of the
// runtime, also those that outlive the command, until they exit or become the container's program.
#pragma once

#include "bench/samples.h"

#include <map>
#include <set>

namespace hull::bench {

struct Cost {
  long calls = 0;      // system calls of all processes that the command started
  long peak = 0;       // the greatest VmHWM among them, in kB
  long processes = 0;  // processes and threads, the command's own included
};

class Tracer {
 public:
  // `program` is the file the container's process executes: from there on it is not the runtime's.
  explicit Tracer(const std::string& program);

  // Runs one command to its end and returns whether its exit status was 0. Not for use while the
  // caller has other children: it waits for any.
  bool run(const Setting& setting, std::vector<std::string> line, Command command);

  // Follows what was left running until the process is gone.
  void follow_until_gone(pid_t pid);

  // Valid once no process is left.
  const std::map<Command, Cost>& costs() const { return costs_; }

 private:
  void follow_one_event();
  void note_peak(pid_t task);
  bool is_payload(pid_t task) const;

  std::map<Command, Cost> costs_;
  std::map<pid_t, Command> owners_;  // by task: the command that it or its ancestor was started as
  std::map<pid_t, int> gone_;        // wait statuses of tasks that ended
  std::set<pid_t> launching_;        // still our own code, before the command's exec
  Command current_ = Command::Run;
  dev_t program_device_ = 0;
  ino_t program_inode_ = 0;
};

}  // namespace hull::bench
