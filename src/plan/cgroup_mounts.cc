// SPDX-License-Identifier: Apache-2.0
#include "plan/cgroup_mounts.h"

#include <linux/sched.h>
#include <sys/mount.h>

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "plan/mount_options.h"

namespace hull::plan {
namespace {

enum class Access { AsAsked, ReadOnly };

void bind_host_tree(Mount mount, const Facts& facts, Access access, std::vector<Mount>& mounts) {
  mount.kind = MountKind::Bind;
  mount.source = facts.cgroup_mount;
  mount.recursive = true;
  // Whatever is mounted below the host's is to be as read-only as its top.
  make_attributes_recursive(mount);
  if (access == Access::ReadOnly) {
    mount.recursive_attributes.set |= MOUNT_ATTR_RDONLY;
    mount.recursive_attributes.clear &= ~std::uint64_t{MOUNT_ATTR_RDONLY};
  }
  mounts.push_back(std::move(mount));
}

void plan_unified(const Facts& facts, const Namespaces& namespaces, Mount mount,
                  std::vector<Mount>& mounts) {
  if (!namespaces.has(CLONE_NEWCGROUP))
    return bind_host_tree(std::move(mount), facts, Access::AsAsked, mounts);
  // We are in a joined one before we mount, and a cgroup2 made there shows its root. The kernel
  // lets us, unless we come from a user namespace of our own.
  if (namespaces.joins(CLONE_NEWCGROUP) && !namespaces.creates(CLONE_NEWUSER)) {
    mount.kind = MountKind::Filesystem;
    mount.type = "cgroup2";
    mount.source = "cgroup2";
  } else if (!facts.cgroup_path.empty()) {
    mount.kind = MountKind::Bind;
    mount.source = facts.cgroup_path;
  } else {
    return bind_host_tree(std::move(mount), facts, Access::ReadOnly, mounts);
  }
  mounts.push_back(std::move(mount));
}

// The directory of the legs: read-only only when all of them are in it.
Mount legs_directory(const Mount& asked) {
  Mount directory = asked;
  directory.kind = MountKind::Filesystem;
  directory.type = "tmpfs";
  directory.source = "tmpfs";
  directory.parameters = {{"mode", "755"}};
  postpone_readonly(directory);
  return directory;
}

void plan_legs(const Facts& facts, const Mount& asked, std::vector<Mount>& mounts) {
  mounts.push_back(legs_directory(asked));
  for (const CgroupLeg& leg : facts.cgroup_legs) {
    Mount bind = asked;
    bind.kind = MountKind::Bind;
    bind.destination = path::below(asked.destination, leg.name);
    bind.source = leg.path;
    mounts.push_back(std::move(bind));
    for (const std::string& name : leg.links) {
      Mount link;
      link.kind = MountKind::Symlink;
      link.destination = path::below(asked.destination, name);
      link.source = leg.name;
      link.origin = asked.origin;
      mounts.push_back(std::move(link));
    }
  }
}

bool is_writable_cgroup_mount(const spec::Mount& mount) {
  return mount.source == "cgroup" && path::clean(mount.destination) == "/sys/fs/cgroup" &&
         std::ranges::find(mount.options, "ro") == mount.options.end();
}

std::optional<std::uint32_t> host_id(std::uint32_t id, const std::vector<IdRange>& ranges) {
  for (const IdRange& range : ranges)
    if (id >= range.container && id - range.container < range.size)
      return range.host + (id - range.container);
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> plan_cgroup_owner(const Request& request, const Namespaces& namespaces,
                                               const IdMaps& id_maps) {
  const spec::Config& config = request.config;
  if (request.facts.cgroup_mode != CgroupMode::Unified || request.facts.cgroup_path.empty() ||
      !namespaces.creates(CLONE_NEWCGROUP) || !config.process)
    return std::nullopt;
  if (std::ranges::none_of(config.mounts, is_writable_cgroup_mount)) return std::nullopt;
  // The maps of a user namespace that is joined are not known here.
  if (namespaces.joins(CLONE_NEWUSER)) return std::nullopt;
  const std::uint32_t uid = config.process->user.uid;
  auto owner = id_maps.empty() ? std::optional(uid) : host_id(uid, id_maps.uids);
  return owner == 0U ? std::nullopt : owner;
}

void plan_cgroup_mount(const Request& request, const Namespaces& namespaces, Mount asked,
                       std::vector<Mount>& mounts) {
  const Facts& facts = request.facts;
  // They are the hierarchy's, which exists already.
  asked.parameters.clear();
  asked.type.clear();
  asked.source.clear();
  if (facts.cgroup_mode == CgroupMode::Unified)
    plan_unified(facts, namespaces, std::move(asked), mounts);
  else if (!facts.cgroup_legs.empty())
    plan_legs(facts, asked, mounts);
  else
    bind_host_tree(std::move(asked), facts, Access::ReadOnly, mounts);
}

}  // namespace hull::plan
