// SPDX-License-Identifier: Apache-2.0
// Which cgroup hierarchies this host has and what each can do: v2 alone, v1, or both (hybrid). A
// value: learnt once by discover(), stored in the container's record, never looked up again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::cgroup {

/// Where every host mounts its hierarchies; for messages and for whoever opens the root.
inline constexpr std::string_view kMountPoint = "/sys/fs/cgroup";

/// One mounted hierarchy: the only one of v2, or one of v1's many.
struct Hierarchy {
  enum class Version { One = 1, Two = 2 };
  Version version = Version::Two;
  /// Its directory below the root: "" on a host with v2 alone, else "memory", "cpu,cpuacct",
  /// "systemd" or "unified".
  std::string directory;
  /// The controllers it has: "memory" …; none for name=systemd. For v2 those that its root cgroup
  /// offers, whether or not they are enabled further down.
  std::vector<std::string> controllers;

  bool operator==(const Hierarchy&) const = default;
};

/// All of them. A controller is on one hierarchy at most: the kernel sees to that.
struct Layout {
  std::vector<Hierarchy> hierarchies;

  /// The hierarchy that has `controller`, or null.
  const Hierarchy* with(std::string_view controller) const;
  /// The v2 hierarchy, or null on a pure v1 host.
  const Hierarchy* unified() const;
  /// Whether any is v1: true on v1 and hybrid hosts.
  bool has_legacy() const;

  bool operator==(const Layout&) const = default;
};

/// The layout below `root`, the directory where cgroups are mounted; `proc` is read only when
/// `root` is not itself a cgroup2 mount (cgroups(7), "/proc/pid/cgroup"). A hierarchy that the
/// kernel has but nobody mounted there is left out. Fails when there is none at all.
Result<Layout> discover(sys::FdRef root, const sys::Proc& proc);

/// The hierarchies that the text of a /proc/PID/cgroup file speaks of, in its order; the v2 line
/// ("0::") becomes directory "unified" without controllers. Lines that are not understood are left
/// out. Pure.
std::vector<Hierarchy> parse_hierarchies(std::string_view text);

/// Those of `hierarchies` that are mounted below `root`, with the directory that was found and, for
/// v2, its controllers. Fails when there is none.
Result<Layout> mounted(sys::FdRef root, const std::vector<Hierarchy>& hierarchies);

/// `name` in a hierarchy's `directory`, relative to the root descriptor: "memory/x", or "x" on a
/// host with v2 alone.
std::string directory_in(std::string_view directory, std::string_view name);

}  // namespace hull::cgroup
