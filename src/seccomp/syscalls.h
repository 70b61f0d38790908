// SPDX-License-Identifier: Apache-2.0
// The names of system calls and their numbers on each architecture: libseccomp's tables, and those
// newer than this build's libseccomp. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seccomp/architectures.h"

namespace hull::seccomp {

/// A call that is made through another one: on 32-bit x86 and others `socket` is also the call
/// `socketcall` with the first argument 1 (socketcall(2), ipc(2)).
struct Multiplexed {
  std::uint32_t number = 0;
  std::uint32_t first_argument = 0;
  /// The bits of the first argument that the kernel looks at.
  std::uint32_t mask = 0;
};

/// How the kernel numbers one name on one architecture.
struct Numbers {
  std::optional<std::uint32_t> direct;
  std::optional<Multiplexed> through;
};

/// The numbers of `name`, with the architecture's base in them. Empty when it has no such call.
Numbers numbers_of(const Architecture& architecture, const std::string& name);

/// The name of a call by its number; nothing for a number that no table has.
std::optional<std::string> name_of(const Architecture& architecture, std::uint32_t number);

/// Every name that `architecture` has, sorted, for messages and lists.
std::vector<std::string> names_of(const Architecture& architecture);

/// "2.5.4"
std::string libseccomp_version();

}  // namespace hull::seccomp
