// SPDX-License-Identifier: Apache-2.0
#include "cgroup/layout.h"

#include <linux/magic.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "base/text.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

constexpr std::string_view kNamed = "name=";

std::vector<std::string> words(std::string_view text, char separator) {
  std::vector<std::string> list;
  for (std::string_view word : split(trim(text), separator))
    if (!word.empty()) list.emplace_back(word);
  return list;
}

// The directory where a v1 hierarchy is mounted, if it is: under the name of all its controllers
// ("cpu,cpuacct"), else under that of one, which may be a link to another order of them.
Result<std::optional<std::string>> find_directory(sys::FdRef root, const Hierarchy& hierarchy) {
  std::vector<std::string> names = {hierarchy.directory};
  names.insert(names.end(), hierarchy.controllers.begin(), hierarchy.controllers.end());
  for (const std::string& name : names) {
    auto found = sys::status(root, name);
    if (found) return std::optional<std::string>(name);
    if (!found.error().is(ENOENT)) return std::move(found).error();
  }
  return std::optional<std::string>();
}

// The v2 hierarchy in `directory`, if it is mounted there.
Result<std::optional<Hierarchy>> find_unified(sys::FdRef root, std::string_view directory) {
  auto text = TRY(sys::try_read(root, directory_in(directory, "cgroup.controllers")));
  if (!text) return std::optional<Hierarchy>();
  return std::optional<Hierarchy>(Hierarchy{.version = Hierarchy::Version::Two,
                                            .directory = std::string(directory),
                                            .controllers = words(*text, ' ')});
}

}  // namespace

std::string directory_in(std::string_view directory, std::string_view name) {
  std::string path(directory);
  if (!path.empty()) path += '/';
  return path.append(name);
}

const Hierarchy* Layout::with(std::string_view controller) const {
  for (const Hierarchy& hierarchy : hierarchies)
    if (std::ranges::find(hierarchy.controllers, controller) != hierarchy.controllers.end())
      return &hierarchy;
  return nullptr;
}

const Hierarchy* Layout::unified() const {
  for (const Hierarchy& hierarchy : hierarchies)
    if (hierarchy.version == Hierarchy::Version::Two) return &hierarchy;
  return nullptr;
}

bool Layout::has_legacy() const {
  return std::ranges::any_of(hierarchies, [](const Hierarchy& hierarchy) {
    return hierarchy.version == Hierarchy::Version::One;
  });
}

std::vector<Hierarchy> parse_hierarchies(std::string_view text) {
  std::vector<Hierarchy> hierarchies;
  for (std::string_view line : split(text, '\n')) {
    // "4:cpu,cpuacct:/path"; the path may hold colons of its own.
    std::size_t first = line.find(':');
    std::size_t second = first == line.npos ? line.npos : line.find(':', first + 1);
    if (second == line.npos) continue;
    std::string_view names = line.substr(first + 1, second - first - 1);
    Hierarchy hierarchy;
    if (names.empty()) {
      hierarchy.directory = "unified";
    } else {
      hierarchy.version = Hierarchy::Version::One;
      bool named = names.starts_with(kNamed);
      hierarchy.directory = named ? names.substr(kNamed.size()) : names;
      if (!named) hierarchy.controllers = words(names, ',');
    }
    hierarchies.push_back(std::move(hierarchy));
  }
  return hierarchies;
}

Result<Layout> mounted(sys::FdRef root, const std::vector<Hierarchy>& hierarchies) {
  Layout layout;
  for (const Hierarchy& known : hierarchies) {
    if (known.version == Hierarchy::Version::Two) {
      auto unified = TRY(find_unified(root, known.directory));
      if (unified) layout.hierarchies.push_back(std::move(*unified));
    } else {
      auto directory = TRY(find_directory(root, known));
      if (!directory) continue;
      layout.hierarchies.push_back(known);
      layout.hierarchies.back().directory = std::move(*directory);
    }
  }
  if (layout.hierarchies.empty())
    return Error::refused(format("no cgroup hierarchy is mounted at {}", kMountPoint));
  return layout;
}

Result<Layout> discover(sys::FdRef root, const sys::Proc& proc) {
  auto magic = TRY(sys::filesystem_magic(root));
  if (magic == CGROUP2_SUPER_MAGIC) return mounted(root, {Hierarchy{}});
  auto text = TRY(proc.read("self/cgroup"));
  return mounted(root, parse_hierarchies(text));
}

}  // namespace hull::cgroup
