// SPDX-License-Identifier: Apache-2.0
#include "cgroup/freezer.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/text.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

std::string file(const Freezer& freezer, std::string_view name) {
  return directory_in(freezer.directory, name);
}

Result<void> ask(sys::FdRef root, const Freezer& freezer, bool frozen) {
  if (freezer.version == Hierarchy::Version::Two)
    return sys::write(root, file(freezer, "cgroup.freeze"), frozen ? "1" : "0");
  return sys::write(root, file(freezer, "freezer.state"), frozen ? "FROZEN" : "THAWED");
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
  ignore(thaw(root, freezer), "the failure to freeze is the news");
  if (!frozen) return std::move(frozen).error();
  return Error::refused(
      format("cgroup '{}' does not freeze within {} s", freezer.directory,
             std::chrono::duration_cast<std::chrono::seconds>(kPatience).count()));
}

Result<void> thaw(sys::FdRef root, const Freezer& freezer) {
  auto asked = ask(root, freezer, false);
  if (!asked && !asked.error().is(ENOENT) && !asked.error().is(ENODEV))
    return std::move(asked).error();
  return {};
}

Result<bool> is_frozen(sys::FdRef root, const Freezer& freezer) {
  const bool v2 = freezer.version == Hierarchy::Version::Two;
  auto read = sys::try_read(root, file(freezer, v2 ? "cgroup.events" : "freezer.state"));
  if (!read && read.error().is(ENODEV)) return false;
  auto state = TRY(std::move(read));
  if (!state) return false;
  return v2 ? flat_value(*state, "frozen") == 1 : trim(*state) != "THAWED";
}

}  // namespace hull::cgroup
