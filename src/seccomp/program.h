// SPDX-License-Identifier: Apache-2.0
// A ruleset as the program that the kernel runs before every system call: classic BPF over struct
// seccomp_data (seccomp(2)). Pure.
#pragma once

#include <linux/filter.h>

#include <vector>

#include "base/result.h"
#include "seccomp/ruleset.h"

namespace hull::seccomp {

using Program = std::vector<sock_filter>;

/// The program: the architecture first, then a binary search for the number, where neighbours that
/// share a verdict are one step, then the tests of the arguments. Its verdict for any call is that
/// of decide(). Refuses what needs more instructions than the kernel takes (BPF_MAXINSNS).
Result<Program> compile(const Ruleset& ruleset);

}  // namespace hull::seccomp
