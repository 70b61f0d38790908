// SPDX-License-Identifier: Apache-2.0
// Where a container's cgroup is: all that is needed to find it again, so all that a record has to
// store, and known before anything is made. Host side.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/layout.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// Who makes the directories: we, systemd as a scope, or nobody (`--cgroup-manager=disabled`).
enum class Driver { Cgroupfs, Systemd, Disabled };

/// What systemd knows the cgroup by, and where systemd is. Empty with the other drivers.
struct Scope {
  std::string unit;
  std::string slice;
  /// D-Bus addresses, as Bus::connect() takes them.
  std::string bus;
};

/// What somebody who may not make cgroups can do about it.
inline constexpr std::string_view kDelegation =
    "have one delegated to the caller, and name one below it in /linux/cgroupsPath, or use "
    "--systemd-cgroup with the user's systemd";

/// A container's cgroup: the same path in every hierarchy of its host.
struct Location {
  Driver driver = Driver::Cgroupfs;
  Layout layout;
  /// From the root of each hierarchy, clean: "/docker/4711". Empty when the driver is Disabled.
  std::string path;
  /// The longest ancestor of `path` that existed before, in any hierarchy ("/" at least): what lies
  /// between is removed with the cgroup, when nobody else uses it by then.
  std::string kept;
  Scope scope;
  /// The cgroup below `path` that the container's process is born in, and that it takes for its
  /// root: one name. Empty: `path` itself. The limits are those of `path`. On v2 alone.
  std::string inner;
  /// The cgroup below that, by a name of its own, into which the process goes after it has its
  /// namespace: the container's to manage. Empty: none. On v2 alone.
  std::string delegated;
  /// With Driver::Disabled, why there is no cgroup when it is not --cgroup-manager that rules one
  /// out: "'/a' is not the caller's to make cgroups in".
  std::string lack;

  /// `path` with `inner`.
  std::string home() const { return inner.empty() ? path : path + "/" + inner; }
};

/// `path` in `hierarchy` relative to the root descriptor: "memory/docker/4711".
std::string directory_of(const Hierarchy& hierarchy, std::string_view path);

/// The absolute path of the directory that freezes the cgroup at `location`, the v1 one if there is
/// one; "" without a cgroup, and where nothing can freeze. Pure.
std::string freezer_path(const Location& location);

/// The cgroup path for a config's `linux.cgroupsPath` and the container's id. Absolute and relative
/// ones alike are taken from the root of the hierarchies: the one place that is the same whoever
/// calls, as config-linux.md, "Cgroups Path", wants. Empty: "/<id>". "slice:prefix:name" is a name
/// like any other here. Refuses a path that ends at the root, or a component that the kernel would
/// not take (over 255 bytes, a line end); the reason does not name the field.
Result<std::string> choose_path(std::string_view cgroups_path, std::string_view id);

/// The location for choose_path()'s `path` below `root`, with `kept` found by looking. Changes
/// nothing, so that the answer can be recorded first. Refuses what check_vacant() refuses.
Result<Location> locate(sys::FdRef root, const Layout& layout, std::string_view path);

/// Refuses a path whose cgroup exists and has processes, in itself or below, or is frozen, by
/// itself or with a parent (config-linux.md, "Control groups"): "container's cgroup is not empty: N
/// process(es) found" and who they are.
Result<void> check_vacant(sys::FdRef root, const Layout& layout, const std::string& path);

/// What keeps a caller who is not the host's root from making the cgroup of `location` and a child
/// in it (cgroups(7), "Delegation"); nothing when it can be done. `own_cgroups` is the caller's
/// /proc/PID/cgroup. Changes nothing.
Result<std::optional<std::string>> obstacle(sys::FdRef root, const Location& location,
                                            std::string_view own_cgroups);

/// The path of the v2 cgroup in `cgroups`, the text of a /proc/PID/cgroup; "" when it has none, or
/// one outside of what we see. Pure.
std::string unified_path(std::string_view cgroups);

/// The paths between `kept` and the cgroup, topmost first: the parents that were made for it.
std::vector<std::string> own_parents(const Location& location);

}  // namespace hull::cgroup
