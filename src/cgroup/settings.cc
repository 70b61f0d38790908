// SPDX-License-Identifier: Apache-2.0
#include "cgroup/settings.h"

#include <functional>

#include "base/text.h"
#include "cgroup/alike.h"
#include "cgroup/legacy.h"
#include "cgroup/unified.h"

namespace hull::cgroup {
namespace {

using Version = Hierarchy::Version;
using Ask = std::function<Result<void>(const spec::Resources&, Settings&)>;

// A controller by its v1 name, and who knows its files in either version.
struct Controller {
  std::string_view name;
  Ask legacy;
  Ask unified;
};

// Where the controller is; one that is nowhere is taken for v2's on a host that has v2.
Version version_of(const Layout& layout, std::string_view controller) {
  const Hierarchy* hierarchy = layout.with(controller);
  if (hierarchy != nullptr) return hierarchy->version;
  return layout.unified() == nullptr ? Version::One : Version::Two;
}

// The file that a setting names is there only if its controller is, and in the same version.
Result<void> check_available(const Setting& setting, const Layout& layout, Version version) {
  if (setting.controller.empty()) {
    if (layout.unified() != nullptr) return {};
    return Error::refused(setting.pointer + ": this host has no cgroup v2");
  }
  const Hierarchy* hierarchy = layout.with(setting.controller);
  if (hierarchy != nullptr && hierarchy->version == version) return {};
  std::string problem =
      format("{}: {} controller is not available", setting.pointer, setting.controller);
  if (version == Version::Two && hierarchy != nullptr)
    problem +=
        format(" on the v2 hierarchy; it is on v1 at {}/{}", kMountPoint, hierarchy->directory);
  return Error::refused(problem);
}

Result<void> append(Settings& all, const Ask& ask, const spec::Resources& resources,
                    const Layout& layout, Version version) {
  const std::size_t first = all.size();
  TRY(ask(resources, all));
  for (std::size_t i = first; i < all.size(); ++i) TRY(check_available(all[i], layout, version));
  return {};
}

}  // namespace

Result<Settings> settings(const spec::Resources& resources, const Layout& layout,
                          const Present& present) {
  using namespace std::placeholders;
  const Controller controllers[] = {
      {"memory", legacy::memory, std::bind(unified::memory, _1, present, _2)},
      {"cpu", legacy::cpu, std::bind(unified::cpu, _1, present, _2)},
      {"cpuset", alike::cpuset, alike::cpuset},
      {"pids", alike::pids, alike::pids},
      {"blkio", legacy::blkio, unified::io},
      {"hugetlb", legacy::hugetlb, unified::hugetlb},
      {"net_cls", legacy::net_cls, unified::net_cls},
      {"net_prio", legacy::net_prio, unified::net_prio},
      {"rdma", alike::rdma, alike::rdma},
  };
  Settings all;
  for (const Controller& controller : controllers) {
    const Version version = version_of(layout, controller.name);
    const Ask& ask = version == Version::One ? controller.legacy : controller.unified;
    TRY(append(all, ask, resources, layout, version));
  }
  TRY(append(all, unified::files, resources, layout, Version::Two));
  return all;
}

}  // namespace hull::cgroup
