// SPDX-License-Identifier: Apache-2.0
#include "sys/keyring.h"

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <string_view>

#include "base/text.h"

namespace hull::sys {
namespace {

// keyctl_setperm(3): 8 bits each for the possessor, the owner, the group and others.
constexpr std::uint32_t kOwnerMaySearch = 0x00080000;

/// keyctl_describe(3): "type;uid;gid;permissions;name", the permissions in base 16.
Result<std::uint32_t> permissions(Key key) {
  std::array<char, 512> text = {};
  if (::syscall(SYS_keyctl, KEYCTL_DESCRIBE, key, text.data(), text.size() - 1) < 0)
    return Error::system(format("keyctl(DESCRIBE, {})", key));
  const auto fields = split(text.data(), ';');
  std::uint32_t mask = 0;
  if (fields.size() < 5 ||
      std::from_chars(fields[3].begin(), fields[3].end(), mask, 16).ptr != fields[3].end())
    return Error::refused(format("keyctl(DESCRIBE, {}) gave '{}'", key, text.data()));
  return mask;
}

}  // namespace

Result<Key> join_session_keyring(const std::string& name) {
  const char* const asked = name.empty() ? nullptr : name.c_str();
  const long key = ::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, asked);
  if (key < 0) return Error::system(format("keyctl(JOIN_SESSION_KEYRING, '{}')", name));
  return static_cast<Key>(key);
}

Result<bool> owner_may_search(Key keyring) {
  const auto mask = TRY(permissions(keyring));
  return (mask & kOwnerMaySearch) != 0;
}

Result<void> let_owner_search(Key keyring) {
  const auto mask = TRY(permissions(keyring));
  if (::syscall(SYS_keyctl, KEYCTL_SETPERM, keyring, mask | kOwnerMaySearch) < 0)
    return Error::system(format("keyctl(SETPERM, {}, {:#x})", keyring, mask | kOwnerMaySearch));
  return {};
}

}  // namespace hull::sys
