// SPDX-License-Identifier: Apache-2.0
#include "sys/landlock.h"

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/text.h"

namespace hull::sys {

unsigned landlock_abi() {
  long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version > 0 ? static_cast<unsigned>(version) : 0;
}

Result<LandlockRuleset> LandlockRuleset::create(std::uint64_t handled) {
  // Newer headers have more members; zero is what a kernel takes that knows fewer.
  landlock_ruleset_attr attributes = {};
  attributes.handled_access_fs = handled;
  long fd = ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (fd < 0) return Error::system(format("landlock_create_ruleset({:#x})", handled));
  return LandlockRuleset(Fd(static_cast<int>(fd)));
}

Result<void> LandlockRuleset::allow(FdRef beneath, std::uint64_t rights) const {
  landlock_path_beneath_attr attributes = {};
  attributes.allowed_access = rights;
  attributes.parent_fd = beneath.number();
  if (::syscall(SYS_landlock_add_rule, fd_.number(), LANDLOCK_RULE_PATH_BENEATH, &attributes, 0) <
      0)
    return Error::system(format("landlock_add_rule({:#x})", rights));
  return {};
}

Result<void> LandlockRuleset::restrict_self() const {
  if (::syscall(SYS_landlock_restrict_self, fd_.number(), 0) < 0)
    return Error::system("landlock_restrict_self");
  return {};
}

}  // namespace hull::sys
