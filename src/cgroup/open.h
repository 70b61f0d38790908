// SPDX-License-Identifier: Apache-2.0
// From a Location, fresh from locate() or out of a record, to the Cgroup that acts on it. Host
// side.
#pragma once

#include <memory>

#include "base/result.h"
#include "cgroup/cgroup.h"
#include "cgroup/location.h"
#include "cgroup/systemd.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// The cgroup at `location` below `root`, which is kMountPoint (a plain directory in tests) and
/// must outlive the object. Touches no file. Refuses a location that no locate() gives: removing it
/// could take a host's cgroups with it. `request` is for Driver::Systemd alone.
Result<std::unique_ptr<Cgroup>> open(sys::FdRef root, Location location,
                                     SystemdRequest request = {});

}  // namespace hull::cgroup
