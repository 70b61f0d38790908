// SPDX-License-Identifier: Apache-2.0
#include "host/schedule.h"

#include <linux/capability.h>
#include <sched.h>

#include <cerrno>

#include "sys/identity.h"
#include "sys/schedule.h"

namespace hull::host {
namespace {

bool may_set_priorities() {
  auto held = sys::capabilities();
  return held && (held->effective >> CAP_SYS_NICE & 1) != 0;
}

const char* why_not_permitted(const plan::Scheduler& scheduler) {
  if (!may_set_priorities()) return "it takes CAP_SYS_NICE";
  if (scheduler.policy == SCHED_DEADLINE)
    return "SCHED_DEADLINE needs all processors, which a cpuset takes away";
  if (scheduler.policy == SCHED_FIFO || scheduler.policy == SCHED_RR)
    return "a cpu cgroup of version 1 needs /linux/resources/cpu/realtimeRuntime";
  return nullptr;
}

const char* why_not(const Error& error, const plan::Scheduler& scheduler) {
  if (error.is(EPERM)) return why_not_permitted(scheduler);
  if (error.is(EBUSY)) return "other deadlines leave no such share of the processors";
  if (error.is(EOPNOTSUPP)) return "this kernel is built without utilization clamps";
  if (error.is(EINVAL) && scheduler.policy == SCHED_ISO) return "this kernel has no SCHED_ISO";
  return nullptr;
}

Result<void> set_scheduler(const plan::Scheduler& scheduler, pid_t pid) {
  auto set = sys::set_scheduling(pid, {.policy = scheduler.policy,
                                       .flags = scheduler.flags,
                                       .nice = scheduler.nice,
                                       .priority = scheduler.priority,
                                       .runtime = scheduler.runtime,
                                       .deadline = scheduler.deadline,
                                       .period = scheduler.period});
  if (set) return set;
  Error error = std::move(set).error().context("/process/scheduler");
  const char* reason = why_not(error, scheduler);
  if (reason == nullptr) return error;
  return std::move(error).hint(reason);
}

}  // namespace

Result<void> set_scheduling(const plan::Process& process, pid_t pid) {
  if (process.scheduler) TRY(set_scheduler(*process.scheduler, pid));
  if (!process.io_priority) return {};
  auto set = sys::set_io_priority(pid, process.io_priority->io_class, process.io_priority->level)
                 .context("/process/ioPriority");
  if (!set && set.error().is(EPERM) && !may_set_priorities())
    return std::move(set).error().hint("it takes CAP_SYS_NICE");
  return set;
}

}  // namespace hull::host
