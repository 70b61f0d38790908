// SPDX-License-Identifier: Apache-2.0
// Resource limits, personality and memory policy of the process. Inside.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/task.h"

namespace hull::inside {

/// Who has RLIMIT_NPROC: the process, or a stage that counts as one process more of its user while
/// it clones that, and has one more. The process takes its own then.
enum class For { Process, Stage };

/// Gives back the caller's limit on descriptors, then sets each limit of the plan; raising a hard
/// one needs CAP_SYS_RESOURCE, which we have only outside a user namespace.
Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers, For whom);

/// Process that was cloned by a stage: RLIMIT_NPROC, if the plan has one.
Result<void> set_process_limit(const plan::Process& process);

}  // namespace hull::inside
