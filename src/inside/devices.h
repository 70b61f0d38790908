// SPDX-License-Identifier: Apache-2.0
// Device nodes and the links below /dev. Inside, after the mounts, before the pivot.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/source.h"

namespace hull::inside {

/// Makes every device of the plan, or binds the host's from `sources` where mknod(2) is not
/// allowed, then the links. What stands there already must be the same device or link, and has
/// its owner and mode set unless it came with a bind; a link's
/// place is cleared of anything else.
Result<void> make_devices(const sys::Root& root, const plan::Plan& plan,
                          std::vector<wire::Source> sources);

}  // namespace hull::inside
