// SPDX-License-Identifier: Apache-2.0
// No cgroup (`--cgroup-manager=disabled`): nothing to make and nobody in it. Host side.
#pragma once

#include <optional>
#include <vector>

#include "cgroup/cgroup.h"

namespace hull::cgroup {

/// See Cgroup. Limits are refused, for want of something that could enforce them; so is the denial
/// of particular devices. That everything be denied, with which most configs begin, is what whoever
/// disabled cgroups gave up.
class None final : public Cgroup {
 public:
  using Cgroup::Cgroup;

  Result<void> make() override { return {}; }
  Result<void> apply(const spec::Resources& resources) override;
  Result<Changes> update(const spec::Resources& resources, Mode mode) override;
  Result<void> restrict_devices(const std::vector<spec::DeviceRule>& rules) override;
  Result<void> give_to(uid_t) override { return {}; }
  Result<std::optional<sys::FdRef>> entry() override { return std::optional<sys::FdRef>(); }
  Result<std::vector<sys::Fd>> tasks() override { return std::vector<sys::Fd>(); }
  Result<void> place(pid_t) override { return {}; }
  Result<std::vector<pid_t>> processes() override { return std::vector<pid_t>(); }
  Result<void> kill(int) override { return {}; }
  Result<void> freeze() override;
  Result<void> thaw() override { return {}; }
  Result<bool> thawed() override { return true; }
  Result<bool> frozen() override { return false; }
  Result<Stats> stats() override { return Stats(); }
  Result<void> remove() override { return {}; }

 private:
  Error needs_cgroup(const std::string& pointer) const;
};

}  // namespace hull::cgroup
