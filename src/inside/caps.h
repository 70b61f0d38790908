// SPDX-License-Identifier: Apache-2.0
// Groups, user and capabilities: one file because the order between them is the point. Inside.
#pragma once

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Becomes the process's user with exactly the plan's five capability sets. There is no way back.
Result<void> take_identity(const plan::Process& process, unsigned last_capability);

}  // namespace hull::inside
