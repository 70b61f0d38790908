// SPDX-License-Identifier: Apache-2.0
// When and where a task runs: processors, policies, priorities, timers. Both sides.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <span>

#include "base/result.h"

namespace hull::sys {

/// sched_setaffinity(2): we may run on every processor of our cpuset, whatever whoever started us
/// was confined to. EPERM and the like only in a sandbox that forbids the call.
Result<void> run_on_any_processor();

/// sched_setaffinity(2): we run on these processors, those of them that exist and our cpuset has;
/// number n is bit n % 64 of word n / 64, of any number of words. EINVAL when none is left.
Result<void> run_on(std::span<const unsigned long> processors);

/// Arguments of sched_setattr(2); by themselves what a fresh process has, SCHED_OTHER at nice 0.
struct Scheduling {
  std::uint32_t policy = 0;
  /// SCHED_FLAG_*. The bounds of a utilization clamp are 0.
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  /// Nanoseconds.
  std::uint64_t runtime = 0;
  std::uint64_t deadline = 0;
  std::uint64_t period = 0;
};

/// sched_setattr(2) of the task `pid`, 0 for ourselves. sched(7): what is better than it has needs
/// CAP_SYS_NICE in the initial user namespace, or a resource limit. EPERM too for real time in a v1
/// cpu cgroup without budget, and for SCHED_DEADLINE on fewer processors than its root domain has;
/// EBUSY where the deadlines of others leave no bandwidth.
Result<void> set_scheduling(pid_t pid, const Scheduling& scheduling);

/// The policy SCHED_OTHER at nice 0 for the task `pid` (sched_setattr(2)). A better nice value than
/// it has, and leaving SCHED_IDLE, needs CAP_SYS_NICE in the initial user namespace, or
/// RLIMIT_NICE.
Result<void> reset_scheduling(pid_t pid);

/// No I/O priority for the task `pid`, so that its nice value gives it one (ioprio_set(2)). For a
/// task of another user CAP_SYS_NICE.
Result<void> reset_io_priority(pid_t pid);

/// ioprio_set(2) of the task `pid`: IOPRIO_CLASS_*, and from 0 (first) to 7 (last). The class RT
/// takes CAP_SYS_NICE or CAP_SYS_ADMIN in the initial user namespace.
Result<void> set_io_priority(pid_t pid, int io_class, int level);

/// 50 µs for our timers to be late, the kernel's value for init; it is inherited over fork and exec
/// (PR_SET_TIMERSLACK of prctl(2), whose 0 means what our parent had).
Result<void> reset_timer_slack();

/// Memory from the nearest node (set_mempolicy(2), MPOL_DEFAULT). ENOSYS without CONFIG_NUMA.
Result<void> reset_memory_policy();

/// set_mempolicy(2) of ourselves, inherited over exec: a mode MPOL_* with its bits MPOL_F_*, and
/// nodes as the processors of run_on(). EINVAL when none of them is in our cpuset, or for a mode
/// that is newer than the kernel.
Result<void> set_memory_policy(int mode, std::span<const unsigned long> nodes);

}  // namespace hull::sys
