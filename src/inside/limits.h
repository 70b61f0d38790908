// SPDX-License-Identifier: Apache-2.0
// Resource limits and personality of the process. Inside.
#pragma once

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Sets each limit; raising a hard one needs CAP_SYS_RESOURCE, which we have only outside a user
/// namespace.
Result<void> set_limits(const plan::Process& process);

}  // namespace hull::inside
