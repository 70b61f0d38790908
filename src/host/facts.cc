// SPDX-License-Identifier: Apache-2.0
#include "host/facts.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <unistd.h>

#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "plan/lsm.h"
#include "plan/namespaces.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/landlock.h"
#include "sys/namespace.h"

namespace hull::host {
namespace {

// user_namespaces(7): the initial user namespace maps every id to itself.
plan::CgroupMode mode_of(const cgroup::Layout& layout) {
  if (!layout.has_legacy()) return plan::CgroupMode::Unified;
  return layout.unified() != nullptr ? plan::CgroupMode::Hybrid : plan::CgroupMode::Legacy;
}

std::vector<plan::CgroupLeg> legs_of(const cgroup::Location& location) {
  std::vector<plan::CgroupLeg> legs;
  for (const cgroup::Hierarchy& hierarchy : location.layout.hierarchies) {
    plan::CgroupLeg leg;
    leg.name = hierarchy.directory;
    leg.path = path::below(cgroup::kMountPoint, cgroup::directory_of(hierarchy, location.path));
    // "cpu" and "cpuacct" are links to "cpu,cpuacct" where they are mounted together.
    if (hierarchy.controllers.size() > 1 && hierarchy.version == cgroup::Hierarchy::Version::One)
      leg.links = hierarchy.controllers;
    legs.push_back(std::move(leg));
  }
  return legs;
}

void ask_security_modules(const sys::Proc& proc, plan::Facts& facts) {
  // Readable only where AppArmor is at work: else the file is not there, or read(2) says EINVAL.
  // (Its switch in /sys/module/apparmor may be readable by root alone.)
  auto label = proc.read("self/attr/apparmor/current");
  facts.has_apparmor = static_cast<bool>(label);
  facts.confined_by_apparmor = label && plan::apparmor_confines(*label);
  facts.has_selinux = ::access("/sys/fs/selinux/enforce", F_OK) == 0;
}

}  // namespace

Result<bool> denies_setgroups(const sys::Proc& proc, std::string_view who) {
  auto text = TRY(proc.try_read(format("{}/setgroups", who)));
  return text && trim(*text) == "deny";
}

Result<plan::Facts> gather_process_facts(const sys::Proc& proc) {
  plan::Facts facts;
  facts.euid = ::geteuid();
  auto uid_map = TRY(proc.try_read("self/uid_map"));
  auto sets = TRY(sys::capabilities());
  facts.egid = ::getegid();
  facts.effective_capabilities = sets.effective;
  facts.in_user_namespace =
      (uid_map && !sys::maps_every_id(*uid_map)) || !facts.has_capability(CAP_SYS_ADMIN);
  facts.setgroups_denied = TRY(denies_setgroups(proc, "self"));
  facts.last_capability = sys::last_capability();
  facts.held_capabilities = sys::bounding_set(facts.last_capability);
  facts.landlock_abi = sys::landlock_abi();
  ask_security_modules(proc, facts);
  return facts;
}

std::uint64_t own_by_path(const sys::Proc& proc, const std::vector<spec::Namespace>& asked) {
  std::uint64_t types = 0;
  for (const spec::Namespace& one : asked) {
    const int type = plan::namespace_flag(one.type);
    if (one.path.empty() || type == 0) continue;
    // Looked at, not opened: it may be anything, a pipe too.
    auto named = sys::open_at(sys::FdRef::cwd(), one.path, O_PATH);
    auto own = sys::open_namespace_of(proc, "self", type);
    if (!named || !own) continue;
    auto is_same = sys::same_namespace(*named, *own);
    if (is_same && *is_same) types |= static_cast<std::uint64_t>(type);
  }
  return types;
}

plan::Facts gather_facts(plan::Facts process, const cgroup::Location& cgroup) {
  plan::Facts facts = std::move(process);
  facts.cgroup_mode = mode_of(cgroup.layout);
  facts.cgroup_mount = cgroup::kMountPoint;
  if (cgroup.driver != cgroup::Driver::Disabled) {
    if (cgroup.layout.has_legacy())
      facts.cgroup_legs = legs_of(cgroup);
    else
      facts.cgroup_path = path::below(cgroup::kMountPoint, cgroup.home());
  }
  facts.has_kcore = ::access("/proc/kcore", F_OK) == 0;
  return facts;
}

}  // namespace hull::host
