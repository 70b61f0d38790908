// SPDX-License-Identifier: Apache-2.0
// Runs a seccomp program as the kernel would: the classic BPF machine over one struct seccomp_data.
// Pure.
#pragma once

#include <linux/seccomp.h>

#include <cstdint>
#include <optional>

#include "seccomp/program.h"

namespace hull::seccomp {

/// The program's verdict on `data`; nothing for a program that the kernel would not take: a jump or
/// a fall past its end, a load outside of the data, an instruction that seccomp does not know.
std::optional<std::uint32_t> interpret(const Program& program, const seccomp_data& data);

}  // namespace hull::seccomp
