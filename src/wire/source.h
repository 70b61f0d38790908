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

/// Everything the host opens for one container.
struct Sources {
  Source rootfs;
  /// One for each of plan.mounts.
  std::vector<Source> mounts;
  /// One for each of plan.devices when they are bound, else empty.
  std::vector<Source> devices;
  /// The host's null device, verified, to cover masked files with; closed when none are masked.
  Source null;
};

/// All of them, in the order in which they travel.
std::vector<const Source*> in_order(const Sources& sources);

/// Sends all sources as Trees messages, as many as their descriptors need.
Result<void> send(Link& link, const Sources& sources);
/// Receives what `send` sent for a plan with so many mounts and bound devices.
Result<Sources> receive(Link& link, std::size_t mounts, std::size_t devices);

}  // namespace hull::wire
