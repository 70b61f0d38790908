// SPDX-License-Identifier: Apache-2.0
#include "plan/external_mounts.h"

#include <algorithm>
#include <string_view>

#include "base/path.h"

namespace hull::plan {
namespace {

// A source below the rootfs is a part of what the container has.
bool is_outside(const Mount& mount) {
  return mount.kind == MountKind::Bind && !mount.source_inside;
}

bool is_cover(const Plan& plan, const std::string& point) {
  auto is_listed = [&point](const std::vector<std::string>& paths) {
    return std::ranges::find(paths, point) != paths.end();
  };
  return is_listed(plan.masked_paths) || is_listed(plan.readonly_paths);
}

// A cgroup has its place in the hierarchy for a root, and CRIU knows that.
bool is_cgroup(const MountInfo& mount) {
  return mount.type == "cgroup" || mount.type == "cgroup2";
}

}  // namespace

bool is_mounted(const Mount& mount) {
  return mount.kind == MountKind::Bind || mount.kind == MountKind::Filesystem;
}

const Mount* mount_holding(const Plan& plan, std::string_view path) {
  const Mount* nearest = nullptr;
  for (const Mount& mount : plan.mounts)
    if (is_mounted(mount) && path::is_within(path, mount.destination) &&
        (nearest == nullptr || mount.destination.size() >= nearest->destination.size()))
      nearest = &mount;
  return nearest;
}

std::vector<std::string> external_mounts(const Plan& plan, const std::vector<MountInfo>& mounts) {
  std::vector<const MountInfo*> own;
  std::vector<const MountInfo*> doubtful;
  std::vector<std::string> external;
  for (const MountInfo& mount : mounts) {
    const Mount* above = mount_holding(plan, mount.point);
    if (mount.point == "/" || is_cgroup(mount))
      own.push_back(&mount);
    else if (above != nullptr && is_outside(*above) && !is_cover(plan, mount.point))
      external.push_back(mount.point);
    else if (mount.root == "/" && mount.type != "devtmpfs")
      own.push_back(&mount);
    else
      doubtful.push_back(&mount);
  }
  for (const MountInfo* mount : doubtful) {
    auto holds_it = [mount](const MountInfo* other) {
      return other->device == mount->device && path::is_within(mount->root, other->root);
    };
    if (std::ranges::none_of(own, holds_it)) external.push_back(mount->point);
  }
  return external;
}

std::vector<ExternalMount> external_sources(const Plan& plan,
                                            const std::map<std::string, std::string>& points,
                                            const std::vector<MountInfo>& host) {
  std::vector<ExternalMount> sources;
  for (const Mount& mount : plan.mounts) {
    if (!is_outside(mount)) continue;
    auto found = points.find(mount.destination);
    const std::string& point = found == points.end() ? mount.destination : found->second;
    sources.push_back({point, mount.source});
    if (!mount.recursive) continue;
    for (const MountInfo& below : host)
      if (below.point != mount.source && path::is_within(below.point, mount.source))
        sources.push_back(
            {path::below(point, std::string_view(below.point).substr(mount.source.size())),
             below.point});
  }
  if (plan.bind_devices)
    for (const Device& device : plan.devices) sources.push_back({device.path, device.path});
  for (const std::string& path : plan.masked_paths) sources.push_back({path, "/dev/null"});
  return sources;
}

}  // namespace hull::plan
