// SPDX-License-Identifier: Apache-2.0
// The architectures that a profile can name, and what of each a filter must know. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hull::seccomp {

/// Marks the numbers of x32 (arch/x86/include/uapi/asm/unistd.h, __X32_SYSCALL_BIT).
inline constexpr std::uint32_t kX32Bit = 0x40000000;

struct Architecture {
  /// "SCMP_ARCH_X86_64"
  std::string_view name;
  /// libseccomp's token for its table of system calls.
  std::uint32_t token;
  /// AUDIT_ARCH_* (linux/audit.h): what the kernel gives the filter. x86_64 and x32 share one.
  std::uint32_t audit;
  /// What every number of a system call begins at, or is or-ed with: x32's bit, MIPS's thousands.
  std::uint32_t base = 0;

  /// Whether arguments have 64 bits; else only their lower half counts.
  bool is_wide() const;
  /// "x86_64", for messages.
  std::string label() const;
};

/// All whose tables this build's libseccomp has.
std::span<const Architecture> architectures();

/// The one called `name`; null for one whose table this build's libseccomp does not have.
const Architecture* find_architecture(std::string_view name);

/// That of this build, whose calls the process makes itself.
const Architecture& native_architecture();

}  // namespace hull::seccomp
