// SPDX-License-Identifier: Apache-2.0
// The ordered list of mount operations: config's mounts, each as bind, filesystem, symlink or
// change of attributes, and our own /dev. Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

struct PlannedMounts {
  std::vector<Mount> mounts;
  /// /dev is a filesystem of this container's alone, so its nodes and links are ours to make. False
  /// for a bind, without a mount namespace, and for devtmpfs: there is one, and it is the host's.
  bool owns_dev = true;
};

/// In the order of config.md, "Mounts" ("MUST mount entries in the listed order"). Without a mount
/// at /dev our own tmpfs goes first, or right after a mount at "/". Refuses what can't be done
/// truthfully, by the pointer of the mount. Without a mount namespace: nothing at all, which
/// plan_rootfs has checked to be what was asked for.
Result<PlannedMounts> plan_mounts(const Request& request, const Namespaces& namespaces,
                                  const IdMaps& id_maps, const Rootfs& rootfs);

}  // namespace hull::plan
