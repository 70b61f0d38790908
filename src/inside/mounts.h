// SPDX-License-Identifier: Apache-2.0
// Attaches the plan's mounts in their order, every target resolved beneath the Root. Inside: before
// the pivot, or in a container that lives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "inside/supply.h"
#include "plan/plan.h"
#include "sys/mount.h"
#include "sys/open.h"

namespace hull::inside {

/// A mount that is to become read-only once all is in it.
struct OpenMount {
  sys::Tree tree;
  /// Its JSON pointer.
  std::string origin;
};

/// Refuses a place for `mount`: `target` is what its destination has become, opened (O_PATH).
using PlaceCheck = std::function<Result<void>(const plan::Mount& mount, sys::FdRef target)>;

/// Whether it takes mount(2), which attaches what it makes before its attributes are set.
bool has_long_option(const plan::Mount& mount);

/// What messages call a mount: its JSON pointer and its destination.
std::string name_of(const plan::Mount& mount);

/// What stands at the mount's destination (O_PATH), found as when something is mounted there.
Result<sys::Fd> open_destination(const sys::Root& root, const plan::Mount& mount);

/// Makes one mount below `root`, where `check` lets it: `source` is the host's tree for a bind.
/// What is made is not read-only yet where the plan says late. A new proc shows `pid_namespace`, or
/// ours if that is not open. Gives what was attached, if anything
/// was. On failure the message begins with the mount's name, and nothing is attached.
Result<sys::Tree> attach_mount(const sys::Root& root, const plan::Mount& mount, wire::Source source,
                               const PlaceCheck& check, sys::FdRef pid_namespace);

/// Makes each mount: host trees from `supply`, file systems new, links and changes. A
/// mount at "/" replaces `root`. A new proc is as with attach_mount(). On failure the message
/// begins with the mount's JSON pointer. Gives those that must stay writable for now.
Result<std::vector<OpenMount>> attach_mounts(sys::Root& root,
                                             const std::vector<plan::Mount>& mounts, Supply& supply,
                                             sys::FdRef pid_namespace);

/// Makes them read-only: after the mount points, devices and console that go into them.
Result<void> close_mounts(const std::vector<OpenMount>& mounts);

}  // namespace hull::inside
