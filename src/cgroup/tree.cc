// SPDX-License-Identifier: Apache-2.0
#include "cgroup/tree.h"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <optional>

#include "base/text.h"
#include "cgroup/layout.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

// The cgroup went away while we looked, or is threaded: then its domain's cgroup.procs above lists
// its processes (cgroup-v2.rst, "Threads").
bool has_nothing_to_say(const Error& error) {
  return error.is(ENOENT) || error.is(ENODEV) || error.is(EOPNOTSUPP);
}

// rmdir's answer while something is inside: EBUSY from cgroupfs, ENOTEMPTY from the plain
// directories of tests.
bool is_inhabited(const Error& error) {
  return error.is(EBUSY) || error.is(ENOTEMPTY);
}

// O_NOFOLLOW for the plain directories of tests: cgroupfs has no links.
constexpr int kOpen = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;

// What a walk does in a cgroup, and, back above it, with it.
struct Visitor {
  std::function<Result<void>(sys::FdRef cgroup)> enter;
  std::function<Result<void>(sys::FdRef parent, const std::string& name)> leave;
};

// A cgroup that the walk is in or below.
struct Level {
  std::string name;
  std::vector<std::string> children;
  dev_t device;
  ino_t inode;
};

Result<Level> look_around(sys::FdRef cgroup, std::string name) {
  auto itself = TRY(sys::status(cgroup, ""));
  auto children = sys::list_directories(cgroup);
  if (!children && !has_nothing_to_say(children.error())) return std::move(children).error();
  return Level{.name = std::move(name),
               .children = children ? std::move(children).value() : std::vector<std::string>(),
               .device = itself.st_dev,
               .inode = itself.st_ino};
}

// Back from a cgroup, which may be gone by now. cgroupfs moves no directory to another one; should
// it have happened all the same, nothing is done where we do not belong.
Result<sys::Fd> go_up(sys::FdRef cgroup, const Level& to) {
  auto parent = TRY(sys::open_at(cgroup, "..", kOpen));
  auto there = TRY(sys::status(parent, ""));
  if (there.st_dev != to.device || there.st_ino != to.inode)
    return Error::refused("a cgroup was moved while it was looked through");
  return parent;
}

Result<void> walk(sys::FdRef root, const std::string& directory, const Visitor& visitor) {
  auto top = TRY(sys::try_open_at(root, directory, kOpen));
  if (!top) return {};
  sys::Fd here = std::move(*top);
  std::vector<Level> levels;
  std::string name;
  for (bool arrived = true;;) {
    if (arrived) {
      TRY(visitor.enter(here));
      auto level = TRY(look_around(here, std::move(name)));
      levels.push_back(std::move(level));
    }
    std::vector<std::string>& children = levels.back().children;
    arrived = !children.empty();
    if (arrived) {
      name = std::move(children.back());
      children.pop_back();
      auto child = TRY(sys::try_open_at(here, name, kOpen));
      arrived = child.has_value();
      if (child) here = std::move(*child);
      continue;
    }
    const std::string left = std::move(levels.back().name);
    levels.pop_back();
    if (levels.empty()) return {};
    here = TRY(go_up(here, levels.back()));
    TRY(visitor.leave(here, left));
  }
}

// All that is below `directory`, as far as nobody is in it.
Result<void> remove_below(sys::FdRef root, const std::string& directory) {
  auto remove = [](sys::FdRef parent, const std::string& name) -> Result<void> {
    auto removed = sys::remove_directory(parent, name);
    if (!removed && !is_inhabited(removed.error())) return std::move(removed).error();
    return {};
  };
  return walk(root, directory, {[](sys::FdRef) { return Result<void>(); }, remove});
}

}  // namespace

Result<bool> exists(sys::FdRef root, const std::string& directory) {
  auto found = sys::status(root, directory);
  if (found) return true;
  if (found.error().is(ENOENT)) return false;
  return std::move(found).error();
}

Result<void> for_each(sys::FdRef root, const std::string& directory,
                      const std::function<Result<void>(sys::FdRef cgroup)>& visit) {
  return walk(root, directory,
              {visit, [](sys::FdRef, const std::string&) { return Result<void>(); }});
}

Result<std::vector<pid_t>> processes_in(sys::FdRef root, const std::string& directory) {
  std::vector<pid_t> pids;
  TRY(for_each(root, directory, [&](sys::FdRef cgroup) -> Result<void> {
    auto text = sys::read(cgroup, "cgroup.procs");
    if (!text && !has_nothing_to_say(text.error())) return std::move(text).error();
    if (!text) return {};
    for (std::string_view line : split(trim(*text), '\n'))
      if (auto pid = parse_int(line)) pids.push_back(static_cast<pid_t>(*pid));
    return {};
  }));
  std::ranges::sort(pids);
  auto repeated = std::ranges::unique(pids);
  pids.erase(repeated.begin(), repeated.end());
  return pids;
}

std::string enumerate(const std::vector<pid_t>& processes) {
  constexpr std::size_t kShown = 5;
  std::vector<std::string> shown;
  for (pid_t pid : processes)
    if (shown.size() < kShown) shown.push_back(std::to_string(pid));
  std::string text = join(shown, ", ");
  if (processes.size() > kShown) text += format(" and {} more", processes.size() - kShown);
  return text;
}

Result<void> remove_with_children(sys::FdRef root, const std::string& directory,
                                  const Deadline& deadline) {
  Naps naps;
  for (int attempt = 0;; ++attempt) {
    // Everybody has ended, but the kernel has not let go of the last one yet, or we cannot see who
    // is in there: there is no event for this.
    if (attempt > 1) naps.next();
    auto removed = sys::remove_directory(root, directory);
    if (removed) return {};
    if (!is_inhabited(removed.error())) return std::move(removed).error();
    TRY(remove_below(root, directory));
    auto processes = TRY(processes_in(root, directory));
    auto ended = TRY(wait_for_end(processes, deadline));
    if (!ended || deadline.passed())
      return std::move(removed).error().context(
          format("cgroup '{}' still has process(es) {}", directory, enumerate(processes)));
  }
}

}  // namespace hull::cgroup
