// SPDX-License-Identifier: Apache-2.0
#include "cgroup/freezer.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/keyed.h"
#include "cgroup/tree.h"
#include "sys/file.h"
#include "sys/proc.h"

namespace hull::cgroup {
namespace {

std::string file(const Freezer& freezer, std::string_view name) {
  return directory_in(freezer.directory, name);
}

bool is_gone(const Error& error) {
  return error.is(ENOENT) || error.is(ENODEV);
}

Result<void> ask(sys::FdRef root, const Freezer& freezer, bool frozen) {
  if (freezer.version == Hierarchy::Version::Two)
    return sys::write(root, file(freezer, "cgroup.freeze"), frozen ? "1" : "0");
  return sys::write(root, file(freezer, "freezer.state"), frozen ? "FROZEN" : "THAWED");
}

// Where a process that the kernel has frozen waits, by the function's name: in v1's freezer, in
// v2's (which the compiler may put into its caller), or in a stop that v2 takes for frozen.
bool is_held(std::string_view place) {
  constexpr std::string_view kPlaces[] = {"refrigerator", "freezer_trap", "get_signal",
                                          "signal_stop",  "ptrace_stop",  "jobctl_trap"};
  return std::ranges::any_of(kPlaces,
                             [&](std::string_view name) { return place.find(name) != place.npos; });
}

// ": process(es) 12, 13 do not stop", of those about which the kernel says where they are.
std::string who_runs(sys::FdRef root, const std::string& directory) {
  auto proc = sys::Proc::open();
  auto all = processes_in(root, directory);
  if (!proc || !all) return "";
  std::erase_if(*all, [&](pid_t pid) {
    auto place = proc->read(format("{}/wchan", pid));
    return !place || is_held(*place);
  });
  if (all->empty()) return "";
  return format(": process(es) {} do not stop", enumerate(*all));
}

// v1 has no event, and a state of FREEZING can last: a process that was caught while it waits for
// another that is frozen already (vfork) stops only when both go on for a moment.
Result<bool> wait_for_legacy(sys::FdRef root, const Freezer& freezer, const Deadline& deadline) {
  constexpr int kReadsBeforeNudge = 20;
  Naps naps;
  for (int reads = 1;; ++reads) {
    auto state = TRY(sys::read(root, file(freezer, "freezer.state")));
    if (trim(state) == "FROZEN") return true;
    if (deadline.passed()) return false;
    naps.next();
    if (reads % kReadsBeforeNudge != 0) continue;
    TRY(ask(root, freezer, false));
    TRY(ask(root, freezer, true));
  }
}

// Waits until a thawed v2 cgroup says so. The kernel can leave it at "frozen 1" for good: a process
// that is killed while it is frozen counts as frozen in cgroup_exit() although a child cgroup has
// one that is not yet, and cgroup_do_freeze() then passes over a parent whose children are not all
// frozen. Frozen as a whole for a moment, it thaws as a whole.
Result<bool> wait_for_unified(sys::FdRef root, const Freezer& freezer, const Deadline& deadline) {
  constexpr std::chrono::milliseconds kBeforeFirstNudge{100};
  Naps frozen_for;
  for (auto patience = kBeforeFirstNudge;; patience *= 2) {
    const std::chrono::milliseconds left{deadline.remaining()};
    const Deadline nudge(std::min(patience, left));
    auto thawed = TRY(wait_for_event(root, file(freezer, "cgroup.events"), "frozen", 0, nudge));
    if (thawed) return true;
    if (deadline.passed()) return false;
    ignore(ask(root, freezer, true), "what is wrong shows in the next read");
    frozen_for.next();
    TRY(thaw(root, freezer));
  }
}

// On v1.
Result<void> thaw_with_children(sys::FdRef root, const std::string& directory) {
  return for_each(root, directory, [](sys::FdRef cgroup) -> Result<void> {
    auto asked = sys::write(cgroup, "freezer.state", "THAWED");
    if (!asked && !is_gone(asked.error())) return asked;
    return {};
  });
}

// The nearest parent that was told to freeze (v1's freezer.self_freezing); the hierarchy's root has
// no such file.
std::string frozen_parent(sys::FdRef root, const std::string& directory) {
  for (std::string at = path::parent(directory); at.find('/') != at.npos; at = path::parent(at)) {
    auto own = sys::read(root, directory_in(at, "freezer.self_freezing"));
    if (own && trim(*own) == "1") return at;
  }
  return path::parent(directory);
}

}  // namespace

bool can_freeze(const Hierarchy& hierarchy) {
  return hierarchy.version == Hierarchy::Version::Two ||
         std::ranges::find(hierarchy.controllers, "freezer") != hierarchy.controllers.end();
}

Result<void> freeze(sys::FdRef root, const Freezer& freezer, const Deadline& deadline) {
  TRY(ask(root, freezer, true));
  auto frozen = freezer.version == Hierarchy::Version::Two
                    ? wait_for_event(root, file(freezer, "cgroup.events"), "frozen", 1, deadline)
                    : wait_for_legacy(root, freezer, deadline);
  if (frozen && *frozen) return {};
  const std::string who = who_runs(root, freezer.directory);
  ignore(thaw(root, freezer), "the failure to freeze is the news");
  if (!frozen) return std::move(frozen).error();
  return Error::refused(
      format("cgroup '{}' does not freeze and was thawed{}", freezer.directory, who));
}

Result<void> thaw(sys::FdRef root, const Freezer& freezer) {
  auto asked = ask(root, freezer, false);
  if (!asked && !is_gone(asked.error())) return std::move(asked).error();
  return {};
}

Result<bool> wait_thawed(sys::FdRef root, const Freezer& freezer, const Deadline& deadline) {
  if (freezer.version == Hierarchy::Version::One) {
    auto frozen = TRY(is_frozen(root, freezer));
    return !frozen;
  }
  auto held = TRY(is_frozen(root, {freezer.version, path::parent(freezer.directory)}));
  if (held) return false;
  auto thawed = TRY(wait_for_unified(root, freezer, deadline));
  if (thawed) return true;
  return Error::refused(format("cgroup '{}' does not thaw", freezer.directory));
}

Result<void> let_die(sys::FdRef root, const Freezer& freezer) {
  if (freezer.version == Hierarchy::Version::Two) return thaw(root, freezer);
  TRY(thaw_with_children(root, freezer.directory));
  auto frozen = TRY(is_frozen(root, freezer));
  if (!frozen) return {};
  return Error::refused(format("processes in '{}/{}' cannot end: '{}/{}' is frozen", kMountPoint,
                               freezer.directory, kMountPoint,
                               frozen_parent(root, freezer.directory)));
}

Result<bool> is_frozen(sys::FdRef root, const Freezer& freezer) {
  const bool v2 = freezer.version == Hierarchy::Version::Two;
  auto read = sys::try_read(root, file(freezer, v2 ? "cgroup.events" : "freezer.state"));
  if (!read && read.error().is(ENODEV)) return false;
  auto state = TRY(std::move(read));
  if (!state) return false;
  return v2 ? value_of(*state, "frozen") == 1 : trim(*state) != "THAWED";
}

}  // namespace hull::cgroup
