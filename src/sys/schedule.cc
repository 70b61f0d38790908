// SPDX-License-Identifier: Apache-2.0
#include "sys/schedule.h"

#include <linux/ioprio.h>
#include <linux/mempolicy.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstddef>
#include <cstdint>

#include "base/text.h"

namespace hull::sys {
namespace {

/// As sched_setattr(2) takes it. glibc has it from 2.41 on, and the kernel's header cannot stand
/// beside <sched.h>.
struct SchedulingAttributes {
  std::uint32_t size = 0;
  std::uint32_t policy = 0;
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  std::uint64_t runtime = 0;
  std::uint64_t deadline = 0;
  std::uint64_t period = 0;
  // Its second version: the bounds of a utilization clamp.
  std::uint32_t least_utilization = 0;
  std::uint32_t most_utilization = 0;
};

constexpr std::uint64_t kUtilizationClamps = 0x20 | 0x40;  // SCHED_FLAG_UTIL_CLAMP_MIN, _MAX

/// A kernel from before clamps takes no more than the first version.
std::uint32_t size_for(const Scheduling& scheduling) {
  return (scheduling.flags & kUtilizationClamps) != 0
             ? sizeof(SchedulingAttributes)
             : offsetof(SchedulingAttributes, least_utilization);
}

Result<void> set_affinity(std::size_t size, const void* mask) {
  if (::syscall(SYS_sched_setaffinity, 0, size, mask) < 0)
    return Error::system("sched_setaffinity");
  return {};
}

}  // namespace

Result<void> run_on_any_processor() {
  // As many as a kernel can be built for; it leaves out those that are not there, or not ours.
  constexpr std::size_t kProcessors = 8192;
  std::array<unsigned char, kProcessors / CHAR_BIT> all;
  all.fill(0xff);
  return set_affinity(all.size(), all.data());
}

Result<void> run_on(std::span<const unsigned long> processors) {
  return set_affinity(processors.size_bytes(), processors.data());
}

Result<void> set_scheduling(pid_t pid, const Scheduling& scheduling) {
  const SchedulingAttributes attributes = {.size = size_for(scheduling),
                                           .policy = scheduling.policy,
                                           .flags = scheduling.flags,
                                           .nice = scheduling.nice,
                                           .priority = scheduling.priority,
                                           .runtime = scheduling.runtime,
                                           .deadline = scheduling.deadline,
                                           .period = scheduling.period};
  if (::syscall(SYS_sched_setattr, pid, &attributes, 0) < 0)
    return Error::system(format("sched_setattr({}, policy {}, nice {}, priority {})", pid,
                                scheduling.policy, scheduling.nice, scheduling.priority));
  return {};
}

Result<void> reset_scheduling(pid_t pid) {
  return set_scheduling(pid, {});
}

Result<void> set_io_priority(pid_t pid, int io_class, int level) {
  if (::syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, pid, IOPRIO_PRIO_VALUE(io_class, level)) < 0)
    return Error::system(format("ioprio_set({}, class {}, {})", pid, io_class, level));
  return {};
}

Result<void> reset_io_priority(pid_t pid) {
  return set_io_priority(pid, IOPRIO_CLASS_NONE, 0);
}

Result<void> reset_timer_slack() {
  constexpr unsigned long kNanoseconds = 50'000;
  if (::prctl(PR_SET_TIMERSLACK, kNanoseconds, 0, 0, 0) < 0)
    return Error::system("prctl(TIMERSLACK)");
  return {};
}

Result<void> reset_memory_policy() {
  return set_memory_policy(MPOL_DEFAULT, {});
}

Result<void> set_memory_policy(int mode, std::span<const unsigned long> nodes) {
  // The kernel counts one bit less than it is told (set_mempolicy(2), "NOTES").
  const unsigned long bits = nodes.empty() ? 0 : nodes.size_bytes() * CHAR_BIT + 1;
  if (::syscall(SYS_set_mempolicy, mode, nodes.empty() ? nullptr : nodes.data(), bits) < 0)
    return Error::system(format("set_mempolicy({:#x})", mode));
  return {};
}

}  // namespace hull::sys
