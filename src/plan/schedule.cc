// SPDX-License-Identifier: Apache-2.0
#include "plan/schedule.h"

#include <linux/ioprio.h>
#include <linux/mempolicy.h>
#include <linux/sched.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hull::plan {
namespace {

template <class Number>
struct Name {
  std::string_view name;
  Number number;
};

// linux/sched.h reserves ISO's number and does not define it.
constexpr std::uint32_t kSchedIso = 4;
// Linux 6.9; the headers of this build may be older.
constexpr int kMpolWeightedInterleave = 6;

constexpr std::array kPolicies = {
    Name<std::uint32_t>{"SCHED_OTHER", SCHED_NORMAL},
    Name<std::uint32_t>{"SCHED_FIFO", SCHED_FIFO},
    Name<std::uint32_t>{"SCHED_RR", SCHED_RR},
    Name<std::uint32_t>{"SCHED_BATCH", SCHED_BATCH},
    Name<std::uint32_t>{"SCHED_ISO", kSchedIso},
    Name<std::uint32_t>{"SCHED_IDLE", SCHED_IDLE},
    Name<std::uint32_t>{"SCHED_DEADLINE", SCHED_DEADLINE},
};

constexpr std::array kSchedulerFlags = {
    Name<std::uint64_t>{"SCHED_FLAG_RESET_ON_FORK", SCHED_FLAG_RESET_ON_FORK},
    Name<std::uint64_t>{"SCHED_FLAG_RECLAIM", SCHED_FLAG_RECLAIM},
    Name<std::uint64_t>{"SCHED_FLAG_DL_OVERRUN", SCHED_FLAG_DL_OVERRUN},
    Name<std::uint64_t>{"SCHED_FLAG_KEEP_POLICY", SCHED_FLAG_KEEP_POLICY},
    Name<std::uint64_t>{"SCHED_FLAG_KEEP_PARAMS", SCHED_FLAG_KEEP_PARAMS},
    Name<std::uint64_t>{"SCHED_FLAG_UTIL_CLAMP_MIN", SCHED_FLAG_UTIL_CLAMP_MIN},
    Name<std::uint64_t>{"SCHED_FLAG_UTIL_CLAMP_MAX", SCHED_FLAG_UTIL_CLAMP_MAX},
};

constexpr std::array kIoClasses = {
    Name<int>{"IOPRIO_CLASS_RT", IOPRIO_CLASS_RT},
    Name<int>{"IOPRIO_CLASS_BE", IOPRIO_CLASS_BE},
    Name<int>{"IOPRIO_CLASS_IDLE", IOPRIO_CLASS_IDLE},
};

constexpr std::array kMemoryModes = {
    Name<int>{"MPOL_DEFAULT", MPOL_DEFAULT},
    Name<int>{"MPOL_BIND", MPOL_BIND},
    Name<int>{"MPOL_INTERLEAVE", MPOL_INTERLEAVE},
    Name<int>{"MPOL_WEIGHTED_INTERLEAVE", kMpolWeightedInterleave},
    Name<int>{"MPOL_PREFERRED", MPOL_PREFERRED},
    Name<int>{"MPOL_PREFERRED_MANY", MPOL_PREFERRED_MANY},
    Name<int>{"MPOL_LOCAL", MPOL_LOCAL},
};

constexpr std::array kMemoryFlags = {
    Name<int>{"MPOL_F_NUMA_BALANCING", MPOL_F_NUMA_BALANCING},
    Name<int>{"MPOL_F_RELATIVE_NODES", MPOL_F_RELATIVE_NODES},
    Name<int>{"MPOL_F_STATIC_NODES", MPOL_F_STATIC_NODES},
};

// spec/rules has refused other words.
template <class Number, std::size_t n>
Number number_of(const std::array<Name<Number>, n>& names, std::string_view name) {
  const auto* known = std::ranges::find(names, name, &Name<Number>::name);
  return known == names.end() ? Number() : known->number;
}

template <class Number, std::size_t n>
std::string_view name_of(const std::array<Name<Number>, n>& names, Number number) {
  const auto* known = std::ranges::find(names, number, &Name<Number>::number);
  return known == names.end() ? std::string_view() : known->name;
}

template <class Number, std::size_t n>
Number bits_of(const std::array<Name<Number>, n>& names, const std::vector<std::string>& flags) {
  Number bits = 0;
  for (const std::string& flag : flags) bits |= number_of(names, flag);
  return bits;
}

bool is_fair(std::uint32_t policy) {
  return policy == SCHED_NORMAL || policy == SCHED_BATCH;
}
bool is_real_time(std::uint32_t policy) {
  return policy == SCHED_FIFO || policy == SCHED_RR;
}

// sched_setattr(2): the static priority is 1 to 99 in real time, and 0 for all others.
Result<void> check_priority(const spec::Scheduler& asked, std::uint32_t policy,
                            std::string_view pointer) {
  if (is_real_time(policy) && asked.priority == 0)
    return Error::refused(format("{}/priority: {} needs one from 1 to 99", pointer, asked.policy));
  if (!is_real_time(policy) && asked.priority != 0)
    return Error::refused(
        format("{}/priority: {} takes none but 0, not {}", pointer, asked.policy, asked.priority));
  return {};
}

// The kernel's __checkparam_dl(): the three are below 2^63, a period of 0 is the deadline.
Result<void> check_deadline(const spec::Scheduler& asked, std::string_view pointer) {
  constexpr std::uint64_t kLeast = 1024;
  constexpr std::uint64_t kTooMuch = std::uint64_t{1} << 63;
  if (asked.runtime < kLeast)
    return Error::refused(format("{}/runtime: {} ns are below the kernel's least, {}", pointer,
                                 asked.runtime, kLeast));
  if (asked.deadline < asked.runtime)
    return Error::refused(format("{}/deadline: {} ns are below the runtime, {}", pointer,
                                 asked.deadline, asked.runtime));
  if (asked.deadline >= kTooMuch)
    return Error::refused(format("{}/deadline: {} ns are too much", pointer, asked.deadline));
  if (asked.period != 0 && asked.period < asked.deadline)
    return Error::refused(format("{}/period: {} ns are below the deadline, {}", pointer,
                                 asked.period, asked.deadline));
  if (asked.period >= kTooMuch)
    return Error::refused(format("{}/period: {} ns are too much", pointer, asked.period));
  return {};
}

// What the kernel passes by without a word. The runtime of a fair policy is the slice that it asks
// for (Linux 6.12).
void warn_of_unused(const spec::Scheduler& asked, std::uint32_t policy, std::string_view pointer,
                    std::vector<std::string>& warnings) {
  auto warn_if = [&](bool unused, std::string_view what) {
    if (unused)
      warnings.push_back(format("{}/{}: {} makes no use of it", pointer, what, asked.policy));
  };
  warn_if(asked.nice != 0 && !is_fair(policy), "nice");
  if (policy == SCHED_DEADLINE) return;
  warn_if(asked.runtime != 0 && !is_fair(policy), "runtime");
  warn_if(asked.deadline != 0, "deadline");
  warn_if(asked.period != 0, "period");
}

Result<NumberSet> parse_set(const std::string& list, std::string_view pointer) {
  return parse_number_set(list).context([&] { return std::string(pointer); });
}

}  // namespace

Result<std::optional<Scheduler>> plan_scheduler(const spec::Process& asked,
                                                std::string_view pointer,
                                                std::vector<std::string>& warnings) {
  std::optional<Scheduler> planned;
  if (!asked.scheduler) return planned;
  const spec::Scheduler& scheduler = *asked.scheduler;
  const std::string here = format("{}/scheduler", pointer);
  const std::uint32_t policy = number_of(kPolicies, scheduler.policy);
  TRY(check_priority(scheduler, policy, here));
  if (policy == SCHED_DEADLINE) TRY(check_deadline(scheduler, here));
  warn_of_unused(scheduler, policy, here, warnings);
  planned = Scheduler{.policy = policy,
                      .flags = bits_of(kSchedulerFlags, scheduler.flags),
                      .nice = scheduler.nice,
                      .priority = static_cast<std::uint32_t>(scheduler.priority),
                      .runtime = scheduler.runtime,
                      .deadline = scheduler.deadline,
                      .period = scheduler.period};
  return planned;
}

std::optional<IoPriority> plan_io_priority(const spec::Process& asked) {
  if (!asked.io_priority) return std::nullopt;
  return IoPriority{number_of(kIoClasses, asked.io_priority->io_class),
                    asked.io_priority->priority};
}

Result<ExecAffinity> plan_exec_affinity(const spec::Process& asked, std::string_view pointer) {
  ExecAffinity planned;
  if (!asked.exec_cpu_affinity) return planned;
  const spec::CpuAffinity& affinity = *asked.exec_cpu_affinity;
  planned.initial = TRY(parse_set(affinity.initial, format("{}/execCPUAffinity/initial", pointer)));
  planned.final = TRY(parse_set(affinity.final, format("{}/execCPUAffinity/final", pointer)));
  return planned;
}

Result<std::optional<MemoryPolicy>> plan_memory_policy(
    const std::optional<spec::MemoryPolicy>& asked) {
  std::optional<MemoryPolicy> planned;
  if (!asked) return planned;
  auto nodes = TRY(parse_set(asked->nodes, "/linux/memoryPolicy/nodes"));
  const int flags = bits_of(kMemoryFlags, asked->flags);
  // set_mempolicy(2): the two contradict each other.
  constexpr int kContradiction = MPOL_F_STATIC_NODES | MPOL_F_RELATIVE_NODES;
  if ((flags & kContradiction) == kContradiction)
    return Error::refused(
        "/linux/memoryPolicy/flags: MPOL_F_STATIC_NODES and MPOL_F_RELATIVE_NODES exclude each "
        "other");
  planned = MemoryPolicy{number_of(kMemoryModes, asked->mode), flags, std::move(nodes)};
  return planned;
}

std::string_view scheduler_policy_name(std::uint32_t policy) {
  return name_of(kPolicies, policy);
}
std::string_view io_priority_class_name(int io_class) {
  return name_of(kIoClasses, io_class);
}
std::string_view memory_policy_mode_name(int mode) {
  return name_of(kMemoryModes, mode);
}

}  // namespace hull::plan
