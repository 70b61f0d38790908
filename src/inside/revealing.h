// SPDX-License-Identifier: Apache-2.0
// What would let the container mount a procfs or sysfs without masks, by the text of a
// /proc/self/mountinfo. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hull::inside {

/// Where every procfs and sysfs is mounted that is neither mount `root` nor below it
/// (proc_pid_mountinfo(5)), those that were mounted later first. The kernel lets a user namespace
/// mount another where one is seen whole in the mount namespace (mount_too_revealing()), reached by
/// a path or not.
std::vector<std::string> revealing_outside(std::string_view mountinfo, std::uint64_t root);

}  // namespace hull::inside
