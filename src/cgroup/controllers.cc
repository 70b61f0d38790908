// SPDX-License-Identifier: Apache-2.0
#include "cgroup/controllers.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/location.h"
#include "cgroup/tree.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

using Names = std::vector<std::string>;

bool has(std::string_view list, std::string_view name) {
  auto words = split(trim(list), ' ');
  return std::ranges::find(words, name) != words.end();
}

// Whether the kernel lets it be enabled above processes, at the price of making the cgroup's
// children unfit for ours ("domain invalid"). So these must never be tried first.
bool is_threaded(const std::string& controller) {
  return controller == "cpu" || controller == "cpuset" || controller == "perf_event" ||
         controller == "pids";
}

// The cgroup can hand nothing down: it has processes, or is (in) a threaded subtree.
bool hands_nothing_down(const Error& error) {
  return error.is(EBUSY) || error.is(EOPNOTSUPP);
}

void enable(sys::FdRef root, const std::string& file, Names names) {
  std::string text;
  for (const std::string& name : names) text += "+" + name + " ";
  auto written = sys::write(root, file, trim(text));
  if (written || hands_nothing_down(written.error()) || names.size() == 1) return;
  // All or nothing, for the kernel: one that is refused (cpu, while real-time processes exist) must
  // not keep the others away.
  std::ranges::stable_partition(names, [](const std::string& n) { return !is_threaded(n); });
  for (const std::string& name : names) {
    auto one = sys::write(root, file, "+" + name);
    if (!one && hands_nothing_down(one.error())) return;
  }
}

// "/" , "/a" for "/a/b".
std::vector<std::string> ancestors(const std::string& path) {
  std::vector<std::string> list;
  for (std::string at = path; at != "/";) {
    at = path::parent(at);
    list.insert(list.begin(), at);
  }
  return list;
}

}  // namespace

Result<void> enable_controllers(sys::FdRef root, const Hierarchy& unified,
                                const std::string& path) {
  const std::string own = directory_in(directory_of(unified, path), "cgroup.controllers");
  auto enabled = TRY(sys::read(root, own));
  Names missing;
  for (const std::string& name : unified.controllers)
    if (!has(enabled, name)) missing.push_back(name);
  if (missing.empty()) return {};
  for (const std::string& ancestor : ancestors(path)) {
    const std::string file =
        directory_in(directory_of(unified, ancestor), "cgroup.subtree_control");
    auto handed_down = TRY(sys::read(root, file));
    Names wanted;
    for (const std::string& name : missing)
      if (!has(handed_down, name)) wanted.push_back(name);
    if (!wanted.empty()) enable(root, file, std::move(wanted));
  }
  return {};
}

std::string explain_absence(sys::FdRef root, const Hierarchy& hierarchy, const std::string& path,
                            std::string_view controller, std::string_view file) {
  const std::string unknown = format("this kernel has no '{}'", file);
  if (hierarchy.version == Hierarchy::Version::One || controller.empty()) return unknown;
  for (const std::string& ancestor : ancestors(path)) {
    const std::string directory = directory_of(hierarchy, ancestor);
    auto handed_down = sys::read(root, directory_in(directory, "cgroup.subtree_control"));
    if (!handed_down || has(*handed_down, controller)) continue;
    std::string why =
        format("{} controller is not enabled for '{}': '{}' ", controller, path, ancestor);
    auto procs = sys::try_read(root, directory_in(directory, "cgroup.procs"));
    if (!procs || !*procs || trim(**procs).empty()) {
      const auto ours =
          sys::check_access(root, directory_in(directory, "cgroup.subtree_control"), W_OK);
      return why + (ours ? "does not hand it down"
                         : "does not hand it down, which its owner alone can change (for systemd "
                           "by Delegate=)");
    }
    std::vector<pid_t> pids;
    for (std::string_view line : split(trim(**procs), '\n'))
      if (auto pid = parse_int(line)) pids.push_back(static_cast<pid_t>(*pid));
    return why + "has processes of its own: " + enumerate(pids);
  }
  return unknown;
}

}  // namespace hull::cgroup
