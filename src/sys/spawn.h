// SPDX-License-Identifier: Apache-2.0
// Running another program to its end: hooks, ps. Both sides.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sys/process.h"

namespace hull::sys {

struct Program {
  std::string path;
  /// The whole argv; empty means just `path`.
  std::vector<std::string> args;
  /// The whole environment.
  std::vector<std::string> env;
  /// What it reads on standard input, to the end.
  std::string input;
  /// Where its standard output goes; not given: to Outcome::output.
  std::optional<FdRef> output;
  /// The same for its standard error.
  std::optional<FdRef> errors;
  /// Killed with its process group when it runs longer.
  std::optional<std::chrono::seconds> timeout;
};

struct Outcome {
  Exit exit;
  bool timed_out = false;
  /// The last 4 KiB of what it wrote to standard output and standard error.
  std::string output;
};

/// Runs `program` as our child in a process group of its own, with no descriptors but the standard
/// ones, and waits for it; not for what it leaves running. Ends with us (PR_SET_PDEATHSIG). Fails
/// when it cannot be executed.
Result<Outcome> run(const Program& program);

/// `strings` as execve(2) wants them; valid as long as `strings`.
std::vector<char*> pointers(const std::vector<std::string>& strings);

}  // namespace hull::sys
