// SPDX-License-Identifier: Apache-2.0
// Groups, user and capabilities: one file because the order between them is the point. Inside.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::inside {

/// Becomes the process's user, with its bounding, effective and inheritable sets: files are judged
/// as they will be for the process. The permitted set stays what hull holds, for the steps that
/// raise a capability of it again. There is no way back to the user before.
Result<void> take_ids(const plan::Process& process, unsigned last_capability);

/// Takes exactly the plan's five capability sets, and `kept` beside them as effective and permitted
/// until drop_kept(). What was permitted beyond them is gone for good.
Result<void> take_capabilities(const plan::Process& process, unsigned last_capability,
                               std::uint64_t kept = 0);

/// One system call, which leaves the plan's sets alone.
Result<void> drop_kept(const plan::Process& process);

}  // namespace hull::inside
