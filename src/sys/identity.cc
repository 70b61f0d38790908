// SPDX-License-Identifier: Apache-2.0
#include "sys/identity.h"

#include <grp.h>
#include <linux/capability.h>
#include <sys/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

#include "base/text.h"

namespace hull::sys {

// Straight to the kernel: glibc's wrappers would signal all threads, and we are one.
bool maps_every_id(std::string_view uid_map) {
  std::vector<std::string_view> numbers;
  for (std::string_view word : split(trim(uid_map), ' '))
    if (!word.empty()) numbers.push_back(word);
  return numbers == std::vector<std::string_view>{"0", "0", "4294967295"};
}

Result<void> set_uid(std::uint32_t uid) {
  if (::syscall(SYS_setresuid, uid, uid, uid) < 0)
    return Error::system(format("setresuid({})", uid));
  return {};
}

Result<void> set_gid(std::uint32_t gid) {
  if (::syscall(SYS_setresgid, gid, gid, gid) < 0)
    return Error::system(format("setresgid({})", gid));
  return {};
}

Result<void> set_groups(const std::vector<std::uint32_t>& gids) {
  if (::syscall(SYS_setgroups, gids.size(), gids.data()) < 0)
    return Error::system(format("setgroups({} groups)", gids.size()));
  return {};
}

Result<void> keep_capabilities(bool on) {
  if (::prctl(PR_SET_KEEPCAPS, on ? 1 : 0, 0, 0, 0) < 0) return Error::system("prctl(KEEPCAPS)");
  return {};
}

Result<void> reset_securebits() {
  if (::prctl(PR_SET_SECUREBITS, 0, 0, 0, 0) < 0) return Error::system("prctl(SECUREBITS, 0)");
  return {};
}

std::uint64_t bounding_set(unsigned last) {
  std::uint64_t held = 0;
  for (unsigned number = 0; number <= last; ++number)
    if (::prctl(PR_CAPBSET_READ, number, 0, 0, 0) == 1) held |= std::uint64_t{1} << number;
  return held;
}

Result<void> limit_bounding_set(std::uint64_t kept, unsigned last) {
  for (unsigned number = 0; number <= last; ++number) {
    if ((kept >> number & 1) != 0) continue;
    // Dropping what is not there needs CAP_SETPCAP all the same, so ask first.
    if (::prctl(PR_CAPBSET_READ, number, 0, 0, 0) != 1) continue;
    if (::prctl(PR_CAPBSET_DROP, number, 0, 0, 0) < 0)
      return Error::system(format("prctl(CAPBSET_DROP, {})", number));
  }
  return {};
}

Result<CapabilitySets> capabilities() {
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> data = {};
  if (::syscall(SYS_capget, &header, data.data()) < 0) return Error::system("capget");
  CapabilitySets sets;
  for (unsigned half = 0; half < 2; ++half) {
    sets.effective |= std::uint64_t{data[half].effective} << (32 * half);
    sets.permitted |= std::uint64_t{data[half].permitted} << (32 * half);
    sets.inheritable |= std::uint64_t{data[half].inheritable} << (32 * half);
  }
  return sets;
}

Result<void> set_capabilities(std::uint64_t effective, std::uint64_t permitted,
                              std::uint64_t inheritable) {
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> data = {};
  for (unsigned half = 0; half < 2; ++half) {
    data[half].effective = static_cast<std::uint32_t>(effective >> (32 * half));
    data[half].permitted = static_cast<std::uint32_t>(permitted >> (32 * half));
    data[half].inheritable = static_cast<std::uint32_t>(inheritable >> (32 * half));
  }
  if (::syscall(SYS_capset, &header, data.data()) < 0)
    return Error::system(format("capset(effective {:#x}, permitted {:#x}, inheritable {:#x})",
                                effective, permitted, inheritable));
  return {};
}

Result<void> set_ambient(std::uint64_t raised, unsigned last) {
  if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0)
    return Error::system("prctl(CAP_AMBIENT_CLEAR_ALL)");
  for (unsigned number = 0; number <= last; ++number)
    if ((raised >> number & 1) != 0 &&
        ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, number, 0, 0) < 0)
      return Error::system(format("prctl(CAP_AMBIENT_RAISE, {})", number));
  return {};
}

unsigned last_capability() {
  return static_cast<unsigned>(cap_max_bits()) - 1;
}

std::optional<std::string> capability_name(unsigned number) {
  char* name = cap_to_name(static_cast<cap_value_t>(number));
  if (name == nullptr) return std::nullopt;
  std::string upper = name;
  cap_free(name);
  // libcap gives a bare number for what it does not know.
  if (!upper.starts_with("cap_")) return std::nullopt;
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

Result<void> set_no_new_privileges() {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return Error::system("prctl(NO_NEW_PRIVS)");
  return {};
}

Result<void> set_dumpable(bool on) {
  if (::prctl(PR_SET_DUMPABLE, on ? 1 : 0, 0, 0, 0) < 0) return Error::system("prctl(DUMPABLE)");
  return {};
}

}  // namespace hull::sys
