// SPDX-License-Identifier: Apache-2.0
// The forms in which `ps` prints processes. Pure.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::cmd {

/// One JSON array of numbers on a line, as containerd reads it.
std::string array(const std::vector<pid_t>& pids);

/// The heading of `table`, the output of ps(1), and those of its lines whose process is one of
/// `pids`. Fails when the heading has no column PID.
Result<std::string> lines_of(const std::vector<pid_t>& pids, std::string_view table);

}  // namespace hull::cmd
