// SPDX-License-Identifier: Apache-2.0
#include "seccomp/syscalls.h"

#include <seccomp.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "base/text.h"

namespace hull::seccomp {
namespace {

struct Newer {
  std::string_view name;
  std::uint32_t number;
};

// What Linux has got since libseccomp 2.5.4 (Linux 5.17). From 424 on every architecture has the
// same numbers, counted from its base.
constexpr std::array kNewer = {
    Newer{"cachestat", 451},         Newer{"fchmodat2", 452},
    Newer{"map_shadow_stack", 453},  Newer{"futex_wake", 454},
    Newer{"futex_wait", 455},        Newer{"futex_requeue", 456},
    Newer{"statmount", 457},         Newer{"listmount", 458},
    Newer{"lsm_get_self_attr", 459}, Newer{"lsm_set_self_attr", 460},
    Newer{"lsm_list_modules", 461},  Newer{"mseal", 462},
    Newer{"setxattrat", 463},        Newer{"getxattrat", 464},
    Newer{"listxattrat", 465},       Newer{"removexattrat", 466},
    Newer{"open_tree_attr", 467},    Newer{"file_getattr", 468},
    Newer{"file_setattr", 469},      Newer{"listns", 470},
    Newer{"rseq_slice_yield", 471},
};

// libseccomp's tables end here; above are no numbers that it could name.
constexpr std::uint32_t kEnd = 600;

std::optional<std::string> name_in_table(const Architecture& architecture, std::uint32_t number) {
  char* name = ::seccomp_syscall_resolve_num_arch(architecture.token, static_cast<int>(number));
  if (name == nullptr) return std::nullopt;
  std::string copy = name;
  std::free(name);
  return copy;
}

/// libseccomp names what is reached through another call by -100 - n for socketcall's n and
/// -200 - n for ipc's, and other calls that an architecture lacks by numbers below.
std::optional<Multiplexed> multiplexed(const Architecture& architecture, int pseudo) {
  const bool is_socket = pseudo <= -101 && pseudo >= -120;
  const bool is_ipc = pseudo <= -201 && pseudo >= -224;
  if (!is_socket && !is_ipc) return std::nullopt;
  const int number =
      ::seccomp_syscall_resolve_name_arch(architecture.token, is_socket ? "socketcall" : "ipc");
  if (number < 0) return std::nullopt;
  // socketcall takes an int, and ipc a version in the upper half of its own (ipc/syscall.c).
  return Multiplexed{static_cast<std::uint32_t>(number),
                     static_cast<std::uint32_t>(-pseudo - (is_socket ? 100 : 200)),
                     is_socket ? 0xffffffff : 0xffff};
}

/// Numbers that stand behind the pseudo ones: kernels since 4.3 and 5.1 have both ways.
std::optional<std::uint32_t> direct_beside(const Architecture& architecture,
                                           const std::string& name) {
  using Table = std::map<std::string, std::uint32_t, std::less<>>;
  // Made once for each architecture that needs it, which is few profiles' case.
  static std::map<std::uint32_t, Table> tables;
  auto [table, is_new] = tables.try_emplace(architecture.token);
  if (is_new)
    for (std::uint32_t number = 0; number < kEnd; ++number)
      if (auto found = name_in_table(architecture, architecture.base + number))
        table->second.emplace(std::move(*found), architecture.base + number);
  auto found = table->second.find(name);
  if (found == table->second.end()) return std::nullopt;
  return found->second;
}

}  // namespace

Numbers numbers_of(const Architecture& architecture, const std::string& name) {
  Numbers numbers;
  const int number = ::seccomp_syscall_resolve_name_arch(architecture.token, name.c_str());
  if (number >= 0) {
    numbers.direct = static_cast<std::uint32_t>(number);
  } else if (number == __NR_SCMP_ERROR) {
    const auto* newer = std::ranges::find(kNewer, name, &Newer::name);
    if (newer != kNewer.end()) numbers.direct = architecture.base + newer->number;
  } else {
    numbers.through = multiplexed(architecture, number);
    if (numbers.through) numbers.direct = direct_beside(architecture, name);
  }
  return numbers;
}

std::optional<std::string> name_of(const Architecture& architecture, std::uint32_t number) {
  if (auto name = name_in_table(architecture, number)) return name;
  for (const Newer& newer : kNewer)
    if (architecture.base + newer.number == number) return std::string(newer.name);
  return std::nullopt;
}

std::vector<std::string> names_of(const Architecture& architecture) {
  std::vector<std::string> names;
  for (std::uint32_t number = 0; number < kEnd; ++number)
    if (auto name = name_of(architecture, architecture.base + number))
      names.push_back(std::move(*name));
  std::ranges::sort(names);
  return names;
}

std::string libseccomp_version() {
  const scmp_version* version = ::seccomp_version();
  return format("{}.{}.{}", version->major, version->minor, version->micro);
}

}  // namespace hull::seccomp
