// SPDX-License-Identifier: Apache-2.0
// The ordered list of mount operations: config's mounts, each as bind, filesystem, symlink or
// change of attributes, and our own /dev. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Where a mount goes, clean, as seen from inside: what is relative, or the host's path of
/// something below the rootfs, is taken from the container's root, with a warning that begins with
/// `origin`.
std::string plan_destination(const Request& request, const spec::Mount& asked, const Rootfs& rootfs,
                             const std::string& origin);

/// What `request.config.mounts` asks for and nothing else, in its order (config.md, "Mounts": "MUST
/// mount entries in the listed order"). Refuses what can't be done truthfully, by the pointer of
/// the mount, which begins with that of the list: "/mounts", or "" where the document is the list.
Result<std::vector<Mount>> plan_mount_list(const Request& request, const Namespaces& namespaces,
                                           const IdMaps& id_maps, const Rootfs& rootfs,
                                           std::string_view pointer);

struct PlannedMounts {
  std::vector<Mount> mounts;
  /// /dev is a filesystem of this container's alone, so its nodes and links are ours to make. False
  /// for a bind, without a mount namespace, and for devtmpfs: there is one, and it is the host's.
  bool owns_dev = true;
};

/// The list of config.json. Without a mount at /dev our own tmpfs goes first, or right after a
/// mount at "/". Without a mount namespace: nothing at all, which plan_rootfs has checked to be
/// what was asked for.
Result<PlannedMounts> plan_mounts(const Request& request, const Namespaces& namespaces,
                                  const IdMaps& id_maps, const Rootfs& rootfs);

}  // namespace hull::plan
