// SPDX-License-Identifier: Apache-2.0
#include "cgroup/doors.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

using Version = Hierarchy::Version;

bool speaks_of(const SubCgroup& below, const Hierarchy& hierarchy) {
  if (below.controllers.empty()) return true;
  return std::ranges::any_of(below.controllers, [&](const std::string& controller) {
    return controller == hierarchy.directory ||
           std::ranges::find(hierarchy.controllers, controller) != hierarchy.controllers.end();
  });
}

Result<void> check_controllers(const Layout& layout, const SubCgroup& below) {
  for (const std::string& controller : below.controllers) {
    const SubCgroup alone = {.controllers = {controller}, .path = "/"};
    auto known = [&](const Hierarchy& hierarchy) { return speaks_of(alone, hierarchy); };
    if (std::ranges::none_of(layout.hierarchies, known))
      return Error::refused(
          format("unknown controller '{}': no hierarchy of cgroups has it", controller));
  }
  return {};
}

/// Whether a line of /proc/PID/cgroup with these controllers speaks of `hierarchy`.
bool is_named(const Hierarchy& hierarchy, std::string_view names) {
  if (hierarchy.version == Version::Two) return names.empty();
  if (hierarchy.controllers.empty()) return names == "name=" + hierarchy.directory;
  const auto listed = split(names, ',');
  return std::ranges::find(listed, hierarchy.controllers.front()) != listed.end();
}

// Where the container's processes are in `hierarchy` when nothing else is asked for.
std::string home_in(const Location& location, const Hierarchy& hierarchy) {
  if (hierarchy.version == Version::One) return location.path;
  return location.delegated.empty() ? location.home() : location.home() + "/" + location.delegated;
}

std::string directory_for(const Location& location, const Hierarchy& hierarchy,
                          const std::vector<SubCgroup>& below) {
  std::string path = home_in(location, hierarchy);
  for (const SubCgroup& one : below)
    if (speaks_of(one, hierarchy)) path = path::clean(location.path + one.path);
  return directory_of(hierarchy, path);
}

}  // namespace

Result<SubCgroup> parse_sub_cgroup(std::string_view text) {
  SubCgroup below;
  const std::size_t colon = text.find(':');
  std::string_view path = text;
  if (colon != std::string_view::npos) {
    path = text.substr(colon + 1);
    for (std::string_view controller : split(text.substr(0, colon), ',')) {
      if (controller.empty()) return Error::refused(format("'{}' has an empty controller", text));
      below.controllers.emplace_back(controller);
    }
  }
  if (path.empty()) return Error::refused(format("'{}' has no path", text));
  // Not cleaned away: who writes it expects to get out of the container's cgroup.
  const auto parts = split(path, '/');
  if (std::ranges::find(parts, "..") != parts.end())
    return Error::refused(format("bad sub cgroup path '{}': it has a '..'", path));
  below.path = path::clean(path::below("/", path));
  return below;
}

Result<Doors> open_doors(sys::FdRef root, const Location& location,
                         const std::vector<SubCgroup>& below) {
  Doors doors;
  if (location.driver == Driver::Disabled) return doors;
  for (const SubCgroup& one : below) TRY(check_controllers(location.layout, one));
  for (const Hierarchy& hierarchy : location.layout.hierarchies) {
    const std::string directory = directory_for(location, hierarchy, below);
    if (hierarchy.version == Version::Two) {
      doors.entry = TRY(sys::open_at(root, directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
                            .context("entering the container's cgroup"));
      continue;
    }
    auto door = TRY(sys::open_at(root, directory_in(directory, "tasks"), O_WRONLY));
    doors.tasks.push_back(std::move(door));
  }
  return doors;
}

Result<sys::Fd> open_entry_of(sys::FdRef root, const Location& location, std::string_view cgroups) {
  const Hierarchy* unified = location.layout.unified();
  for (std::string_view line : split(cgroups, '\n')) {
    if (unified == nullptr || !line.starts_with("0::")) continue;
    const std::string path(line.substr(3));
    if (path != location.path && !path.starts_with(location.path + "/"))
      return Error::refused(
          format("init is in cgroup '{}', outside of the container's '{}'", path, location.path));
    return sys::open_at(root, directory_of(*unified, path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  }
  return Error::refused("init is in no cgroup of version 2");
}

Result<Doors> open_doors_of_moved(sys::FdRef root, const Location& location,
                                  std::string_view cgroups) {
  const std::string path = unified_path(cgroups);
  if (location.layout.has_legacy() || path.empty())
    return Error::refused("the container's cgroup is gone");
  Doors doors;
  doors.entry = TRY(sys::open_at(root, directory_of(*location.layout.unified(), path),
                                 O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  return doors;
}

Result<Doors> open_doors_of(sys::FdRef root, const Layout& layout, std::string_view cgroups) {
  Doors doors;
  for (std::string_view line : split(cgroups, '\n')) {
    const std::size_t first = line.find(':');
    const std::size_t second = line.find(':', first + 1);
    if (second == std::string_view::npos) continue;
    const std::string_view names = line.substr(first + 1, second - first - 1);
    const std::string_view path = line.substr(second + 1);
    for (const Hierarchy& hierarchy : layout.hierarchies) {
      if (!is_named(hierarchy, names)) continue;
      const std::string directory = directory_of(hierarchy, path);
      if (hierarchy.version == Version::Two) {
        // The root of a host with v2 alone has no name.
        const std::string name = directory.empty() ? "." : directory;
        doors.entry = TRY(sys::open_at(root, name, O_RDONLY | O_DIRECTORY));
      } else {
        auto door = TRY(sys::open_at(root, directory_in(directory, "tasks"), O_WRONLY));
        doors.tasks.push_back(std::move(door));
      }
    }
  }
  return doors;
}

Result<void> move_through(const Doors& doors, pid_t pid) {
  const std::string text = format("{}", pid);
  for (const sys::Fd& file : doors.tasks) TRY(sys::write_all(file, text));
  if (!doors.entry.is_open()) return {};
  auto procs = TRY(open_procs(doors.entry));
  return sys::write_all(procs, text);
}

Result<sys::Fd> open_procs(sys::FdRef entry) {
  return sys::open_at(entry, "cgroup.procs", O_WRONLY);
}

}  // namespace hull::cgroup
