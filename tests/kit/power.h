// SPDX-License-Identifier: Apache-2.0
// The system calls that a test case cannot do without, for kernels that lack them and for
// qemu-user, which stands in for the kernel of another machine and knows only some.
#pragma once

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <string_view>

#include "kit/skip.h"

namespace hull::kit {

struct Call {
  long number;
  std::string_view name;
};

inline constexpr Call kClone3 = {SYS_clone3, "clone3(2)"};
inline constexpr Call kFsopen = {SYS_fsopen, "fsopen(2)"};
inline constexpr Call kMountSetattr = {SYS_mount_setattr, "mount_setattr(2)"};
inline constexpr Call kOpenTree = {SYS_open_tree, "open_tree(2)"};
inline constexpr Call kOpenat2 = {SYS_openat2, "openat2(2)"};
inline constexpr Call kPtrace = {SYS_ptrace, "ptrace(2)"};
inline constexpr Call kSeccomp = {SYS_seccomp, "seccomp(2)"};
inline constexpr Call kSetMempolicy = {SYS_set_mempolicy, "set_mempolicy(2)"};

/// Whether one of `calls` is missing; says so by skip(). `if (kit::lacks({kit::kClone3})) return;`
inline bool lacks(std::initializer_list<Call> calls) {
  for (const Call& call : calls) {
    // Arguments that none of them takes.
    if (::syscall(call.number, -1L, 0L, 0L, 0L, 0L, 0L) >= 0 || errno != ENOSYS) continue;
    skip(call.name);
    return true;
  }
  return false;
}

}  // namespace hull::kit
