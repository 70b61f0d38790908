// SPDX-License-Identifier: Apache-2.0
#include "cgroup/none.h"

#include "base/text.h"
#include "cgroup/device_rules.h"
#include "cgroup/settings.h"

namespace hull::cgroup {
namespace {

// A host that has everything, on which every limit that was asked for shows.
Layout complete() {
  Hierarchy legacy{.version = Hierarchy::Version::One,
                   .directory = "v1",
                   .controllers = {"memory", "cpu", "cpuset", "pids", "blkio", "hugetlb", "net_cls",
                                   "net_prio", "rdma"}};
  return {{legacy}};
}

}  // namespace

Error None::needs_cgroup(const std::string& pointer) const {
  if (location_.lack.empty())
    return Error::refused(pointer + ": needs a cgroup, which --cgroup-manager=disabled rules out");
  return Error::refused(format("{}: needs a cgroup, and {}", pointer, location_.lack))
      .hint(std::string(kDelegation));
}

Result<void> None::apply(const spec::Resources& resources) {
  if (!resources.unified.empty()) return needs_cgroup(pointer_to("unified"));
  auto asked = TRY(settings(resources, complete()));
  if (!asked.empty()) return needs_cgroup(asked.front().pointer);
  return {};
}

Result<Changes> None::update(const spec::Resources& resources, Mode) {
  TRY(apply(resources));
  return Changes();
}

Result<void> None::restrict_devices(const std::vector<spec::DeviceRule>& rules) {
  auto denial = particular_denial(rules);
  if (denial) return needs_cgroup(format("/linux/resources/devices/{}", *denial));
  return {};
}

Result<void> None::freeze() {
  return Error::refused("a container without a cgroup cannot be paused");
}

}  // namespace hull::cgroup
