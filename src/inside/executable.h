// SPDX-License-Identifier: Apache-2.0
// The file that the container's process executes. Inside, after the pivot.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::inside {

/// What execve(2) takes beside the plan's args.
struct Executable {
  std::string path;
  std::vector<std::string> env;
  /// What the kernel chooses a binary format by: the first bytes of the file, which tell why it
  /// would not execute it. Nothing if the process may not read them. Read ahead, since a filter may
  /// forbid it later.
  std::optional<std::string> head;
};

/// The file that argv[0] names, searched in PATH of `env` if it holds no slash. Fails with the
/// messages that managers turn into 126 and 127. As the process's user, in its directory.
Result<Executable> find_executable(const std::string& name, std::vector<std::string> env);

/// The failure of execve(2), with what the kernel's number alone does not tell: a script's or an
/// ELF file's interpreter that is not there or may not be executed, a carriage return after its
/// name, a file of another architecture or of no format. Asks the system for nothing.
Error blame_format(Error failed, const Executable& executable);

}  // namespace hull::inside
