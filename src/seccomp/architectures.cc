// SPDX-License-Identifier: Apache-2.0
#include "seccomp/architectures.h"

#include <linux/audit.h>
#include <seccomp.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hull::seccomp {
namespace {

// libseccomp's tokens are the kernel's numbers but for x32, which has none of its own.
constexpr Architecture kind(std::string_view name, std::uint32_t token, std::uint32_t base = 0) {
  return {name, token, token, base};
}

constexpr std::array kArchitectures = {
    kind("SCMP_ARCH_X86", SCMP_ARCH_X86),
    kind("SCMP_ARCH_X86_64", SCMP_ARCH_X86_64),
    Architecture{"SCMP_ARCH_X32", SCMP_ARCH_X32, AUDIT_ARCH_X86_64, kX32Bit},
    kind("SCMP_ARCH_ARM", SCMP_ARCH_ARM),
    kind("SCMP_ARCH_AARCH64", SCMP_ARCH_AARCH64),
    kind("SCMP_ARCH_MIPS", SCMP_ARCH_MIPS, 4000),
    kind("SCMP_ARCH_MIPS64", SCMP_ARCH_MIPS64, 5000),
    kind("SCMP_ARCH_MIPS64N32", SCMP_ARCH_MIPS64N32, 6000),
    kind("SCMP_ARCH_MIPSEL", SCMP_ARCH_MIPSEL, 4000),
    kind("SCMP_ARCH_MIPSEL64", SCMP_ARCH_MIPSEL64, 5000),
    kind("SCMP_ARCH_MIPSEL64N32", SCMP_ARCH_MIPSEL64N32, 6000),
    kind("SCMP_ARCH_PPC", SCMP_ARCH_PPC),
    kind("SCMP_ARCH_PPC64", SCMP_ARCH_PPC64),
    kind("SCMP_ARCH_PPC64LE", SCMP_ARCH_PPC64LE),
    kind("SCMP_ARCH_S390", SCMP_ARCH_S390),
    kind("SCMP_ARCH_S390X", SCMP_ARCH_S390X),
    kind("SCMP_ARCH_PARISC", SCMP_ARCH_PARISC),
    kind("SCMP_ARCH_PARISC64", SCMP_ARCH_PARISC64),
    kind("SCMP_ARCH_RISCV64", SCMP_ARCH_RISCV64),
// Newer than Debian 12's libseccomp.
#ifdef SCMP_ARCH_LOONGARCH64
    kind("SCMP_ARCH_LOONGARCH64", SCMP_ARCH_LOONGARCH64),
#endif
#ifdef SCMP_ARCH_M68K
    kind("SCMP_ARCH_M68K", SCMP_ARCH_M68K),
#endif
#ifdef SCMP_ARCH_SH
    kind("SCMP_ARCH_SH", SCMP_ARCH_SH),
    kind("SCMP_ARCH_SHEB", SCMP_ARCH_SHEB),
#endif
};

}  // namespace

bool Architecture::is_wide() const {
  // x32 and MIPS's n32 have wide registers, but the kernel cuts what it takes from them to 32 bits:
  // a rule that looked at the upper half could be evaded by writing something there.
  return (token & __AUDIT_ARCH_64BIT) != 0 && (token & __AUDIT_ARCH_CONVENTION_MASK) == 0;
}

std::string Architecture::label() const {
  return lower(name.substr(std::string_view("SCMP_ARCH_").size()));
}

std::span<const Architecture> architectures() {
  return kArchitectures;
}

const Architecture* find_architecture(std::string_view name) {
  const auto* found = std::ranges::find(kArchitectures, name, &Architecture::name);
  return found == kArchitectures.end() ? nullptr : found;
}

const Architecture& native_architecture() {
  static const Architecture& native =
      *std::ranges::find(kArchitectures, ::seccomp_arch_native(), &Architecture::token);
  return native;
}

}  // namespace hull::seccomp
