// SPDX-License-Identifier: Apache-2.0
// `update`: changes the limits of a container that lives. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/cgroup.h"
#include "life/context.h"
#include "spec/linux.h"

namespace hull::life {

/// Puts `resources` into force on the container's cgroup, all of them or none, and remembers them;
/// what is unset stays as it is. Mode::Try only tells what would change. Device rules stay those of
/// create. Paused containers are updated too; a stopped one fails with "container not running", one
/// without a cgroup says so. The schemas of `rdt` are written to its group of resctrl; the other
/// members are of no account. Other failures begin with the pointer in config.json:
/// "/linux/resources/memory/limit".
Result<cgroup::Changes> update(Context& context, const std::string& id,
                               const spec::Resources& resources, const spec::IntelRdt& rdt,
                               cgroup::Mode mode);

}  // namespace hull::life
