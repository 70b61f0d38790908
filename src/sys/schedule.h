// SPDX-License-Identifier: Apache-2.0
// When and where a task runs: processors, policies, priorities, timers. Both sides.
#pragma once

#include <sys/types.h>

#include "base/result.h"

namespace hull::sys {

/// sched_setaffinity(2): we may run on every processor of our cpuset, whatever whoever started us
/// was confined to. EPERM and the like only in a sandbox that forbids the call.
Result<void> run_on_any_processor();

/// The policy SCHED_OTHER at nice 0 for the task `pid` (sched_setattr(2)). A better nice value than
/// it has, and leaving SCHED_IDLE, needs CAP_SYS_NICE in the initial user namespace, or
/// RLIMIT_NICE.
Result<void> reset_scheduling(pid_t pid);

/// No I/O priority for the task `pid`, so that its nice value gives it one (ioprio_set(2)). For a
/// task of another user CAP_SYS_NICE.
Result<void> reset_io_priority(pid_t pid);

/// 50 µs for our timers to be late, the kernel's value for init; it is inherited over fork and exec
/// (PR_SET_TIMERSLACK of prctl(2), whose 0 means what our parent had).
Result<void> reset_timer_slack();

/// Memory from the nearest node (set_mempolicy(2), MPOL_DEFAULT). ENOSYS without CONFIG_NUMA.
Result<void> reset_memory_policy();

}  // namespace hull::sys
