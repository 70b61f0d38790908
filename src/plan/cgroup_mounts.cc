// SPDX-License-Identifier: Apache-2.0
#include "plan/cgroup_mounts.h"

#include <linux/sched.h>
#include <sys/mount.h>

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

}  // namespace

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
