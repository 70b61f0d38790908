// SPDX-License-Identifier: Apache-2.0
#include "cgroup/tree.h"

#include <algorithm>
#include <cerrno>
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

Result<void> collect(sys::FdRef root, const std::string& directory, std::vector<pid_t>& pids) {
  auto text = sys::read(root, directory_in(directory, "cgroup.procs"));
  if (!text && !has_nothing_to_say(text.error())) return std::move(text).error();
  if (text)
    for (std::string_view line : split(trim(*text), '\n'))
      if (auto pid = parse_int(line)) pids.push_back(static_cast<pid_t>(*pid));
  auto children = TRY(children_of(root, directory));
  for (const std::string& child : children) TRY(collect(root, child, pids));
  return {};
}

}  // namespace

Result<bool> exists(sys::FdRef root, const std::string& directory) {
  auto found = sys::status(root, directory);
  if (found) return true;
  if (found.error().is(ENOENT)) return false;
  return std::move(found).error();
}

Result<std::vector<std::string>> children_of(sys::FdRef root, const std::string& directory) {
  auto opened = TRY(sys::try_open_at(root, directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  if (!opened) return std::vector<std::string>();
  auto names = TRY(sys::list_directories(*opened));
  for (std::string& name : names) name = directory_in(directory, name);
  return names;
}

Result<std::vector<pid_t>> processes_in(sys::FdRef root, const std::string& directory) {
  std::vector<pid_t> pids;
  TRY(collect(root, directory, pids));
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
    auto children = TRY(children_of(root, directory));
    for (const std::string& child : children) TRY(remove_with_children(root, child, deadline));
    auto processes = TRY(processes_in(root, directory));
    auto ended = TRY(wait_for_end(processes, deadline));
    if (!ended || deadline.passed())
      return std::move(removed).error().context(
          format("cgroup '{}' still has process(es) {}", directory, enumerate(processes)));
  }
}

}  // namespace hull::cgroup
