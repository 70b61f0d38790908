// SPDX-License-Identifier: Apache-2.0
#include "cgroup/location.h"

#include <climits>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/freezer.h"
#include "cgroup/tree.h"

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
    if (frozen) return Error::refused(format("container's cgroup is frozen by '{}'", ancestor));
    break;
  }
  return {};
}

}  // namespace

std::string directory_of(const Hierarchy& hierarchy, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path.empty() ? hierarchy.directory : directory_in(hierarchy.directory, path);
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
