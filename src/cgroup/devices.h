// SPDX-License-Identifier: Apache-2.0
// Putting a device policy into force on a cgroup: devices.allow and devices.deny on v1, an eBPF
// program on v2. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/device_rules.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// v1: `directory`, below `root`, is the cgroup in the hierarchy of the devices controller.
/// Replaces what was in force. EPERM where a parent denies what is to be allowed.
Result<void> write_devices(sys::FdRef root, const std::string& directory,
                           const DevicePolicy& policy);

/// The programs that the cgroup has already: those of an earlier container, or systemd's.
enum class Earlier { Replace, Keep };

/// v2: `cgroup` is its directory. What is replaced is so with no moment in between when nothing is
/// in force; of what is kept an access needs the permission too. Needs the powers named in
/// sys/filter.h.
Result<void> attach_devices(sys::FdRef cgroup, const DevicePolicy& policy, Earlier earlier);

}  // namespace hull::cgroup
