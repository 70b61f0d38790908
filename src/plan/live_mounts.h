// SPDX-License-Identifier: Apache-2.0
// What `mounts add` and `mounts remove` do in a container that lives: the file's list planned as
// config.json's is, but for what would change how the container is confined. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "plan/facts.h"
#include "plan/make_plan.h"
#include "spec/config.h"

namespace hull::plan {

/// The plan of more mounts: namespaces (those the container has), id maps, mounts, label, masked
/// and read-only paths. `part` is from exec_part(), its root the container's, its mounts the
/// file's, which is a list: pointers are "/0/source". Refuses, besides what plan_mount_list() does,
/// a container without a mount namespace made for it, a source below the rootfs, a remount, a
/// destination with confinement_at(), and another proc or sysfs where one has masked or read-only
/// paths.
Result<Planned> plan_added_mounts(const spec::Config& part, const Options& options,
                                  const Facts& facts);

/// The same for mounts to be taken away, of which only the destination counts, and whether a link
/// there is followed.
Result<Planned> plan_removed_mounts(const spec::Config& part, const Options& options,
                                    const Facts& facts);

/// Why no mount may come or go at the clean path `path` of a container with the masked and
/// read-only paths of `plan`, as the end of a sentence: "must stay as it is"; nothing where one
/// may. So it is at "/", /proc, /sys and /dev, at a masked or read-only path, and above and below
/// one.
std::optional<std::string> confinement_at(const Plan& plan, std::string_view path);

}  // namespace hull::plan
