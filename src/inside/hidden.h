// SPDX-License-Identifier: Apache-2.0
// What a /proc or /sys hides, by the text of a /proc/self/mountinfo. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hull::inside {

/// The first mount below `at` that covers something there (proc_pid_mountinfo(5)). Not those on
/// directories that the kernel keeps empty for just that.
std::optional<std::string> hidden_below(std::string_view mountinfo, std::string_view at);

}  // namespace hull::inside
