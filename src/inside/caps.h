// SPDX-License-Identifier: Apache-2.0
// Groups, user and capabilities: one file because the order between them is the point. Inside.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Becomes the process's user with exactly the plan's five capability sets, and `kept` in effective
/// and permitted until take_capabilities(). There is no other way back.
Result<void> take_identity(const plan::Process& process, unsigned last_capability,
                           std::uint64_t kept = 0);

/// The effective, permitted and inheritable sets; the others are as take_identity() left them.
Result<void> take_capabilities(const plan::Capabilities& wanted);

}  // namespace hull::inside
