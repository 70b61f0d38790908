// SPDX-License-Identifier: Apache-2.0
// Id maps of single mounts: `uidMappings` and `gidMappings` of a mount, the words idmap and ridmap,
// and crun's "idmap=uids=0-1-10#10-11-10;gids=@0-100-10". Pure.
#pragma once

#include "base/result.h"
#include "plan/mount_options.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Fills in the idmap members of `mount` (config.md, "Mounts", `idmap`): the mount's own mappings
/// first, then those in the word, else the container's user namespace. Refuses: one of uidMappings
/// and gidMappings without the other, both ways of giving a map at once, an idmap without any map
/// to take, an idmap on anything but a bind.
Result<void> plan_mount_idmap(const Request& request, const Namespaces& namespaces,
                              const spec::Mount& asked, const MountOptions& options, Mount& mount);

}  // namespace hull::plan
