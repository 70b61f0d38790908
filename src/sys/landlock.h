// SPDX-License-Identifier: Apache-2.0
// landlock(7): rights on files that a process takes from itself for good. Inside; the version on
// the host side too.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// The version of the kernel's Landlock ABI; 0 when it is not built in, not enabled at boot, or
/// forbidden to us by a sandbox.
unsigned landlock_abi();

/// What is to be handled, and what is allowed of it. Rights are bits LANDLOCK_ACCESS_FS_* of
/// linux/landlock.h.
class LandlockRuleset {
 public:
  /// landlock_create_ruleset(2). EINVAL for a right that the kernel's ABI does not know, ENOMSG for
  /// none at all.
  static Result<LandlockRuleset> create(std::uint64_t handled);
  /// landlock_add_rule(2): allows `rights`, which must be handled, on the file of the (O_PATH)
  /// descriptor and on everything below it. EINVAL for a right of directories on another file,
  /// ENOMSG for none at all.
  Result<void> allow(FdRef beneath, std::uint64_t rights) const;
  /// landlock_restrict_self(2): holds for us and for all that we execute. EPERM without
  /// CAP_SYS_ADMIN in our user namespace or no_new_privs, E2BIG below 16 such layers.
  Result<void> restrict_self() const;

 private:
  explicit LandlockRuleset(Fd fd) : fd_(std::move(fd)) {}
  Fd fd_;
};

}  // namespace hull::sys
