// SPDX-License-Identifier: Apache-2.0
// What was learnt of the host, as a value, so that planning stays pure. Gathered by host/facts.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hull::plan {

/// One leg of /sys/fs/cgroup as the container is to see it.
struct CgroupLeg {
  /// The directory's name below the cgroup mount: "memory", "cpu,cpuacct", "systemd", "unified".
  std::string name;
  /// The container's own cgroup there, an absolute host path.
  std::string path;
  /// Further names that are links to it: "cpu", "cpuacct".
  std::vector<std::string> links;
};

enum class CgroupMode { Unified, Legacy, Hybrid };

struct Facts {
  /// Effective ids of hull in its own user namespace, and the capabilities that are in effect
  /// there.
  std::uint32_t euid = 0;
  std::uint32_t egid = 0;
  std::uint64_t effective_capabilities = ~std::uint64_t{0};
  /// Our user namespace denies setgroups(2), and so does every one below it (user_namespaces(7)).
  bool setgroups_denied = false;
  /// hull runs in a user namespace that is not the initial one, or without root's powers.
  bool in_user_namespace = false;
  CgroupMode cgroup_mode = CgroupMode::Unified;
  /// Where the host mounts cgroups, and on v2 the container's own cgroup there ("" when cgroups are
  /// disabled).
  std::string cgroup_mount = "/sys/fs/cgroup";
  std::string cgroup_path;
  /// v1 and hybrid only: the legs to show in a `cgroup` mount.
  std::vector<CgroupLeg> cgroup_legs;
  /// CLONE_NEW* flags of the namespaces that the config names by a path that leads to the one which
  /// hull itself is in.
  std::uint64_t own_by_path = 0;
  /// The highest capability this kernel knows (/proc/sys/kernel/cap_last_cap).
  unsigned last_capability = 40;
  /// What hull itself holds in its bounding set: nothing beyond can be given.
  std::uint64_t held_capabilities = ~std::uint64_t{0};
  /// The version of the kernel's Landlock ABI; 0 when there is none to be had.
  unsigned landlock_abi = 0;
  /// /proc/kcore exists, so /dev/core points to it.
  bool has_kcore = true;
  /// The security modules that are at work.
  bool has_apparmor = false;
  bool has_selinux = false;
  /// hull itself runs under an AppArmor profile, which nothing that it starts may shed.
  bool confined_by_apparmor = false;

  bool has_capability(unsigned number) const { return (effective_capabilities >> number & 1) != 0; }
};

}  // namespace hull::plan
