// SPDX-License-Identifier: Apache-2.0
// What the host opened for the container to attach: made in host/mounts, used up in inside/mounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sys/mount.h"
#include "wire/link.h"

namespace hull::wire {

/// One source: a detached tree, or (copy-symlink) the text of a link, or neither, when the plan's
/// entry needs nothing of the host's or an optional source is not there.
struct Source {
  sys::Tree tree;
  std::optional<std::string> link;
};

/// What init has before its first mount.
struct Sources {
  Source rootfs;
  /// The host's null device, verified and read-only, to cover masked files with; closed when none
  /// are masked, or the container has a null device of its own.
  Source null;
  /// One for each of plan.devices when they are bound, else empty.
  std::vector<Source> devices;
};

/// Sends sources as Trees messages, as many as their descriptors need.
Result<void> send(Link& link, const std::vector<Source>& sources);
/// Receives what `send` sent; fails unless it is `count` sources.
Result<std::vector<Source>> receive(Link& link, std::size_t count);

}  // namespace hull::wire
