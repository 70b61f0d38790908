// SPDX-License-Identifier: Apache-2.0
#include "cgroup/location.h"

#include <unistd.h>

#include <cerrno>
#include <climits>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/freezer.h"
#include "cgroup/tree.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

Result<bool> exists_anywhere(sys::FdRef root, const Layout& layout, const std::string& path) {
  if (path == "/") return true;
  for (const Hierarchy& hierarchy : layout.hierarchies) {
    auto found = TRY(exists(root, directory_of(hierarchy, path)));
    if (found) return true;
  }
  return false;
}

Result<void> check_empty(sys::FdRef root, const std::string& directory) {
  auto processes = TRY(processes_in(root, directory));
  if (processes.empty()) return {};
  return Error::refused(format("container's cgroup is not empty: {} process(es) found in {}/{}: {}",
                               processes.size(), kMountPoint, directory, enumerate(processes)));
}

// A new cgroup below a frozen parent is frozen from birth, so the parents count. The root of a
// hierarchy can't be frozen.
Result<void> check_thawed(sys::FdRef root, const Hierarchy& hierarchy, std::string ancestor) {
  if (!can_freeze(hierarchy)) return {};
  for (; ancestor != "/"; ancestor = path::parent(ancestor)) {
    auto found = TRY(exists(root, directory_of(hierarchy, ancestor)));
    if (!found) continue;
    auto frozen = TRY(is_frozen(root, {hierarchy.version, directory_of(hierarchy, ancestor)}));
    if (frozen)
      return Error::refused(format("container's cgroup unexpectedly frozen by '{}'", ancestor));
    break;
  }
  return {};
}

// Whether the caller may change `name`: false where the kernel, or a read-only mount, says no.
Result<bool> may_write(sys::FdRef root, const std::string& name, int mode) {
  auto allowed = sys::check_access(root, name, mode);
  if (allowed) return true;
  const Error& error = allowed.error();
  if (error.is(EACCES) || error.is(EPERM) || error.is(EROFS)) return false;
  return std::move(allowed).error();
}

// The cgroup itself if it is there, or the nearest ancestor: the one to make a directory in.
Result<std::string> nearest_there(sys::FdRef root, const Hierarchy& hierarchy, std::string path) {
  for (; path != "/"; path = path::parent(path)) {
    auto found = TRY(exists(root, directory_of(hierarchy, path)));
    if (found) break;
  }
  return path;
}

std::string common_ancestor(const std::string& a, std::string b) {
  while (!path::is_within(a, b)) b = path::parent(b);
  return b;
}

using Obstacle = std::optional<std::string>;

Obstacle refusal(const std::string& path, std::string_view what) {
  return format("cgroup '{}' is not the caller's to {}", path, what);
}

// To make the cgroup, or to enter it if it is there.
Result<Obstacle> obstacle_to_making(sys::FdRef root, const Hierarchy& hierarchy,
                                    const std::string& path) {
  auto at = TRY(nearest_there(root, hierarchy, path));
  const std::string directory = directory_of(hierarchy, at);
  if (at != path) {
    auto makes = TRY(may_write(root, directory.empty() ? "." : directory, W_OK | X_OK));
    return makes ? Obstacle() : refusal(at, "make cgroups in");
  }
  const bool is_unified = hierarchy.version == Hierarchy::Version::Two;
  auto enters =
      TRY(may_write(root, directory_in(directory, is_unified ? "cgroup.procs" : "tasks"), W_OK));
  return enters ? Obstacle() : refusal(at, "enter");
}

// cgroup-v2.rst, "Delegation Containment": who moves a process must be able to write to the
// cgroup.procs of the nearest ancestor of both places.
Result<Obstacle> obstacle_to_moving(sys::FdRef root, const Hierarchy& hierarchy,
                                    const std::string& path, const std::string& own) {
  if (own.empty()) return Obstacle("the caller's own cgroup is not to be seen");
  const std::string common = common_ancestor(path, own);
  auto moves =
      TRY(may_write(root, directory_in(directory_of(hierarchy, common), "cgroup.procs"), W_OK));
  if (moves) return Obstacle();
  return refusal(common, format("move processes in, from '{}' to '{}'", own, path));
}

Result<Obstacle> obstacle_in(sys::FdRef root, const Hierarchy& hierarchy, const std::string& path,
                             const std::string& own) {
  auto making = TRY(obstacle_to_making(root, hierarchy, path));
  if (making || hierarchy.version == Hierarchy::Version::One) return making;
  return obstacle_to_moving(root, hierarchy, path, own);
}

}  // namespace

std::string unified_path(std::string_view cgroups) {
  for (std::string_view line : split(cgroups, '\n'))
    if (line.starts_with("0::/") && !line.starts_with("0::/..")) return std::string(line.substr(3));
  return "";
}

Result<std::optional<std::string>> obstacle(sys::FdRef root, const Location& location,
                                            std::string_view own_cgroups) {
  const std::string own = unified_path(own_cgroups);
  for (const Hierarchy& hierarchy : location.layout.hierarchies) {
    auto found = TRY(obstacle_in(root, hierarchy, location.path, own));
    if (found) return found;
  }
  return Obstacle();
}

std::string directory_of(const Hierarchy& hierarchy, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path.empty() ? hierarchy.directory : directory_in(hierarchy.directory, path);
}

std::string freezer_path(const Location& location) {
  if (location.driver == Driver::Disabled) return "";
  const Hierarchy* freezer = location.layout.with("freezer");
  if (freezer == nullptr) freezer = location.layout.unified();
  if (freezer == nullptr) return "";
  return path::below(kMountPoint, directory_of(*freezer, location.path));
}

Result<std::string> choose_path(std::string_view cgroups_path, std::string_view id) {
  std::string path = path::clean(path::below("/", cgroups_path.empty() ? id : cgroups_path));
  if (path == "/") return Error::refused(format("'{}' is the root of the hierarchy", cgroups_path));
  for (std::string_view component : split(path, '/'))
    if (component.size() > NAME_MAX || component.find('\n') != component.npos)
      return Error::refused(format("'{}' cannot name a cgroup", component));
  return path;
}

Result<void> check_vacant(sys::FdRef root, const Layout& layout, const std::string& path) {
  for (const Hierarchy& hierarchy : layout.hierarchies) {
    auto found = TRY(exists(root, directory_of(hierarchy, path)));
    if (found) TRY(check_empty(root, directory_of(hierarchy, path)));
    TRY(check_thawed(root, hierarchy, path));
  }
  return {};
}

Result<Location> locate(sys::FdRef root, const Layout& layout, std::string_view path) {
  Location location{.layout = layout, .path = std::string(path), .kept = path::parent(path)};
  TRY(check_vacant(root, layout, location.path));
  while (true) {
    auto found = TRY(exists_anywhere(root, layout, location.kept));
    if (found) return location;
    location.kept = path::parent(location.kept);
  }
}

std::vector<std::string> own_parents(const Location& location) {
  std::vector<std::string> parents;
  for (std::string at = path::parent(location.path); at != location.kept && at != "/";
       at = path::parent(at))
    parents.insert(parents.begin(), at);
  return parents;
}

}  // namespace hull::cgroup
