// SPDX-License-Identifier: Apache-2.0
// A ruleset as the program that the kernel runs before every system call: classic BPF over struct
// seccomp_data (seccomp(2)). Pure.
#pragma once

#include <linux/filter.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "seccomp/ruleset.h"

namespace hull::seccomp {

using Program = std::vector<sock_filter>;

/// The program: the architecture first, then a binary search for the number, where neighbours that
/// share a verdict are one step, then the tests of the arguments. Its verdict for any call is that
/// of decide(). Refuses what needs more instructions than the kernel takes (BPF_MAXINSNS).
Result<Program> compile(const Ruleset& ruleset);

/// The program as the bytes that a file of ours keeps; and back, nothing where they cannot be a
/// program (an instruction that is cut off, none, or more than the kernel takes).
std::string bytes_of(const Program& program);
std::optional<Program> program_of(std::string_view bytes);

}  // namespace hull::seccomp
