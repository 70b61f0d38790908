// SPDX-License-Identifier: Apache-2.0
// What the security modules are told of a container: an AppArmor profile, SELinux's contexts of the
// process and of what is mounted. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Whether the process that has this attr/apparmor/current is confined: not when it says
/// "unconfined", nor for a profile whose mode is that.
bool apparmor_confines(std::string_view current);

/// /process/apparmorProfile and /process/selinuxLabel. Refuses what the host has no module for; but
/// the profile "unconfined" asks for nothing where there is none. A profile written "&NAME", or any
/// when hull itself is confined, is added to hull's own rather than put in its place.
Result<Labels> plan_labels(const Request& request);

/// /linux/mountLabel; empty when nothing is asked. Refused without SELinux.
Result<std::string> plan_mount_label(const Request& request);

/// The parameter of a mount that has that label: mount(8)'s "context" or, by crun's annotation, one
/// of "fscontext", "defcontext" and "rootcontext". Refuses other words.
Result<std::string> plan_mount_label_parameter(const Request& request);

/// Gives `label` to every new file system among `mounts` that can be given one: as `parameter`,
/// unless the config has put one of SELinux's there, or on the root.
void label_mounts(const std::string& label, const std::string& parameter,
                  std::vector<Mount>& mounts);

}  // namespace hull::plan
