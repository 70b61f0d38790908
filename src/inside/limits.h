// SPDX-License-Identifier: Apache-2.0
// Resource limits, personality and memory policy of the process. Inside.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/task.h"

namespace hull::inside {

/// Gives back the caller's limit on descriptors, then sets each limit of the plan; raising a hard
/// one needs CAP_SYS_RESOURCE, which we have only outside a user namespace.
Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers);

}  // namespace hull::inside
