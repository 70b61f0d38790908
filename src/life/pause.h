// SPDX-License-Identifier: Apache-2.0
// `pause` and `resume`: stopping a container's processes where they are. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

/// Freezes every process of a created or running container; returns when all have stopped. Fails
/// with "container not running" in any other state, a paused one included, as runc does; also where
/// the container has no cgroup, and with the pids of the processes that do not stop, which leaves
/// it running.
Result<void> pause(Context& context, const std::string& id);

/// Lets a paused container go on; returns when it has. Fails with "container not paused" in any
/// other state, and when a parent of its cgroup is frozen.
Result<void> resume(Context& context, const std::string& id);

}  // namespace hull::life
