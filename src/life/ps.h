// SPDX-License-Identifier: Apache-2.0
// `ps`: which processes a container has. Host side; changes nothing.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

/// The container's processes, those in cgroups below its own included, as pids of our pid
/// namespace, ascending. None for a container whose processes have ended. Fails with "container
/// does not exist", and for a container without a cgroup, whose processes nobody keeps together.
Result<std::vector<pid_t>> processes(Context& context, const std::string& id);

}  // namespace hull::life
