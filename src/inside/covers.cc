// SPDX-License-Identifier: Apache-2.0
#include "inside/covers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/mountinfo.h"
#include "base/path.h"
#include "base/text.h"

namespace hull::inside {
namespace {

// As inside/masks asks for it.
bool is_empty_directory(const MountInfo& mount) {
  const auto options = split(mount.options, ',');
  auto has = [&](std::string_view option) {
    return std::ranges::find(options, option) != options.end();
  };
  return mount.type == "tmpfs" && has("nr_inodes=2") && has("size=4k");
}

// What the mount below it has at that place.
bool is_own_cover(const MountInfo& mount, const MountInfo& parent) {
  if (mount.device != parent.device || !path::is_within(mount.point, parent.point)) return false;
  const std::size_t above = parent.point == "/" ? 0 : parent.point.size();
  return mount.root == path::clean(path::below(parent.root, mount.point.substr(above)));
}

}  // namespace

bool is_cover(std::string_view mountinfo, std::uint64_t id) {
  const std::vector<MountInfo> mounts = parse_mountinfo(mountinfo);
  const auto mount = std::ranges::find(mounts, id, &MountInfo::id);
  if (mount == mounts.end()) return false;
  if (is_empty_directory(*mount)) return true;
  const auto parent = std::ranges::find(mounts, mount->parent, &MountInfo::id);
  return parent != mounts.end() && parent->id != id && is_own_cover(*mount, *parent);
}

}  // namespace hull::inside
