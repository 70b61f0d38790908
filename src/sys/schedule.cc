// SPDX-License-Identifier: Apache-2.0
#include "sys/schedule.h"

#include <linux/ioprio.h>
#include <linux/mempolicy.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdint>

#include "base/text.h"

namespace hull::sys {
namespace {

/// sched_setattr(2), its first version. glibc has it from 2.41 on, and the kernel's header cannot
/// stand beside <sched.h>.
struct SchedulingAttributes {
  std::uint32_t size = sizeof(SchedulingAttributes);
  std::uint32_t policy = SCHED_OTHER;
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  std::uint64_t runtime = 0;
  std::uint64_t deadline = 0;
  std::uint64_t period = 0;
};

}  // namespace

Result<void> run_on_any_processor() {
  // As many as a kernel can be built for; it leaves out those that are not there, or not ours.
  constexpr std::size_t kProcessors = 8192;
  std::array<unsigned char, kProcessors / CHAR_BIT> all;
  all.fill(0xff);
  if (::syscall(SYS_sched_setaffinity, 0, all.size(), all.data()) < 0)
    return Error::system("sched_setaffinity");
  return {};
}

Result<void> reset_scheduling(pid_t pid) {
  SchedulingAttributes attributes;
  if (::syscall(SYS_sched_setattr, pid, &attributes, 0) < 0)
    return Error::system(format("sched_setattr({}, SCHED_OTHER, nice 0)", pid));
  return {};
}

Result<void> reset_io_priority(pid_t pid) {
  if (::syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, pid, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_NONE, 0)) <
      0)
    return Error::system(format("ioprio_set({}, none)", pid));
  return {};
}

Result<void> reset_timer_slack() {
  constexpr unsigned long kNanoseconds = 50'000;
  if (::prctl(PR_SET_TIMERSLACK, kNanoseconds, 0, 0, 0) < 0)
    return Error::system("prctl(TIMERSLACK)");
  return {};
}

Result<void> reset_memory_policy() {
  if (::syscall(SYS_set_mempolicy, MPOL_DEFAULT, nullptr, 0) < 0)
    return Error::system("set_mempolicy(MPOL_DEFAULT)");
  return {};
}

}  // namespace hull::sys
