// SPDX-License-Identifier: Apache-2.0
#include "inside/revealing.h"

#include <algorithm>
#include <map>

#include "base/mountinfo.h"

namespace hull::inside {
std::vector<std::string> revealing_outside(std::string_view mountinfo, std::uint64_t root) {
  const std::vector<MountInfo> mounts = parse_mountinfo(mountinfo);
  std::map<std::uint64_t, std::uint64_t> parents;
  for (const MountInfo& mount : mounts) parents[mount.id] = mount.parent;
  auto is_below_root = [&](std::uint64_t id) {
    // As many steps as there are mounts, for the topmost is its own parent in some texts.
    for (std::size_t steps = 0; steps <= mounts.size() && parents.contains(id); ++steps) {
      if (id == root) return true;
      id = parents[id];
    }
    return false;
  };
  std::vector<std::string> found;
  for (const MountInfo& mount : mounts)
    if ((mount.type == "proc" || mount.type == "sysfs") && !is_below_root(mount.id))
      found.push_back(mount.point);
  std::ranges::reverse(found);
  return found;
}

}  // namespace hull::inside
