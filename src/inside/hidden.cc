// SPDX-License-Identifier: Apache-2.0
#include "inside/hidden.h"

#include <algorithm>

#include "base/mountinfo.h"
#include "base/path.h"

namespace hull::inside {
namespace {

// Made by the kernel to be mounted on: sysfs_create_mount_point(), proc_create_mount_point(),
// register_sysctl_mount_point().
constexpr std::string_view kKeptEmpty[] = {
    "/proc/fs/nfsd",        "/proc/sys/fs/binfmt_misc", "/sys/firmware/efi/efivars",
    "/sys/fs/bpf",          "/sys/fs/cgroup",           "/sys/fs/fuse/connections",
    "/sys/fs/pstore",       "/sys/fs/resctrl",          "/sys/fs/selinux",
    "/sys/fs/smackfs",      "/sys/kernel/config",       "/sys/kernel/debug",
    "/sys/kernel/security", "/sys/kernel/tracing",      "/sys/hypervisor/s390"};

}  // namespace

std::optional<std::string> hidden_below(std::string_view mountinfo, std::string_view at) {
  for (const MountInfo& mount : parse_mountinfo(mountinfo)) {
    const std::string& target = mount.point;
    if (target == at || !path::is_within(target, at)) continue;
    const bool kept_empty = std::ranges::any_of(
        kKeptEmpty, [&](std::string_view empty) { return path::is_within(target, empty); });
    if (!kept_empty) return target;
  }
  return std::nullopt;
}

}  // namespace hull::inside
