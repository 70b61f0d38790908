// SPDX-License-Identifier: Apache-2.0
// The container's process itself: where it stands, what it executes. Inside, after the pivot.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Makes the working directory when it is missing, as every peer does. While we are still root.
Result<void> make_cwd(const std::string& cwd);

/// Enters the working directory, and proves that it lies below the root (CVE-2024-21626).
Result<void> enter_cwd(const std::string& cwd);

/// Gives standard input, output and error to the process's user where they are pipes, sockets or
/// terminals; the null device and what refuses it are left alone.
Result<void> own_standard_streams(std::uint32_t uid);

/// The environment of the process: as planned, with HOME from the container's /etc/passwd when it
/// is not set.
std::vector<std::string> environment(const plan::Process& process);

/// The file that argv[0] names, searched in the environment's PATH if it holds no slash. Fails with
/// the messages that managers turn into 126 and 127. As the process's user, in its directory.
Result<std::string> find_executable(const std::string& name, const std::vector<std::string>& env);

}  // namespace hull::inside
