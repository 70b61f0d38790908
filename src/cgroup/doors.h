// SPDX-License-Identifier: Apache-2.0
// The ways into a container's cgroup for one process more: exec's. Host side, host namespaces.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// A cgroup below the container's, in the hierarchies of some controllers.
struct SubCgroup {
  /// None: in every hierarchy.
  std::vector<std::string> controllers;
  /// From the container's cgroup, clean: "/probes". "/" is that itself.
  std::string path;
};

/// Reads "[CONTROLLER[,CONTROLLER]...:]PATH". Pure. Refuses an empty path or controller, and
/// "..".
Result<SubCgroup> parse_sub_cgroup(std::string_view text);

struct Doors {
  /// For clone3(CLONE_INTO_CGROUP): the v2 directory, or not open.
  sys::Fd entry;
  /// For a process of one thread to write "0" to: see Cgroup::tasks().
  std::vector<sys::Fd> tasks;
};

/// The doors to the container's cgroup at `location` below `root`, or to those of `below`, of which
/// the last that speaks of a hierarchy counts. None with Driver::Disabled. Refuses a controller
/// that no hierarchy has; ENOENT when a cgroup is not there.
Result<Doors> open_doors(sys::FdRef root, const Location& location,
                         const std::vector<SubCgroup>& below);

/// The v2 directory that a process of the container is in, by `cgroups`, the text of its
/// /proc/PID/cgroup. Refuses one outside of the container's cgroup.
Result<sys::Fd> open_entry_of(sys::FdRef root, const Location& location, std::string_view cgroups);

/// The same where the container's own cgroup is gone: somebody has moved init elsewhere, and
/// systemd, or they, removed what was left empty. None on a host with v1 hierarchies.
Result<Doors> open_doors_of_moved(sys::FdRef root, const Location& location,
                                  std::string_view cgroups);

/// The doors to the cgroups of a process, by `cgroups`, the text of its /proc/PID/cgroup, in the
/// hierarchies of `layout`.
Result<Doors> open_doors_of(sys::FdRef root, const Layout& layout, std::string_view cgroups);

/// Moves `pid`, of one thread, through all of `doors`. No limit on processes keeps it out
/// (cgroups(7), "pids").
Result<void> move_through(const Doors& doors, pid_t pid);

/// The door behind `entry`, a v2 directory, for a process that could not be born there.
Result<sys::Fd> open_procs(sys::FdRef entry);

}  // namespace hull::cgroup
