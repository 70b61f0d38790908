// SPDX-License-Identifier: Apache-2.0
// The container's process itself: where it stands, what it executes. Inside, after the pivot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Makes the working directory when it is missing, as every peer does. While we are still root.
Result<void> make_cwd(const std::string& cwd);

/// Enters the working directory, and proves that it lies below the root (CVE-2024-21626).
Result<void> enter_cwd(const std::string& cwd);

/// Gives standard input, output and error to the process's user where they are pipes, sockets or
/// terminals; devices that are everybody's and what refuses it are left alone.
Result<void> own_standard_streams(std::uint32_t uid);

/// The environment of the process: as planned, with HOME from the container's /etc/passwd when it
/// is not set.
std::vector<std::string> environment(const plan::Process& process);

/// What the first `variable` of `env` holds; `otherwise` if there is none.
std::string_view value_of(std::string_view variable, const std::vector<std::string>& env,
                          std::string_view otherwise);

}  // namespace hull::inside
