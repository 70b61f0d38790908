// SPDX-License-Identifier: Apache-2.0
#include "inside/limits.h"

#include <sys/resource.h>

#include <cerrno>

#include "base/text.h"
#include "plan/limits.h"
#include "sys/schedule.h"

namespace hull::inside {
namespace {

/// Needs no right, and counts the nodes of the cpuset that we are in.
Result<void> set_memory_policy(const plan::MemoryPolicy& policy) {
  auto set = sys::set_memory_policy(policy.mode | policy.flags, policy.nodes);
  if (set) return set;
  Error error = std::move(set).error().context("/linux/memoryPolicy");
  if (!error.is(EINVAL)) return error;
  return std::move(error).hint(
      "the mode may be newer than the kernel or not go with the flags, or none of the nodes is "
      "there and in the container's cpuset");
}

Result<void> set_limit(const plan::ResourceLimit& limit, std::size_t index) {
  auto set = sys::set_resource_limit(limit.resource, limit.soft, limit.hard);
  if (set) return set;
  Error error = std::move(set).error().context(
      format("/process/rlimits/{} {}", index, plan::limit_name(limit.resource)));
  if (!error.is(EPERM)) return error;
  return std::move(error).hint("raising a hard limit takes CAP_SYS_RESOURCE");
}

/// As far as the hard limit that we have.
plan::ResourceLimit with_one_more(plan::ResourceLimit limit) {
  rlimit64 own = {};
  if (::getrlimit64(RLIMIT_NPROC, &own) < 0) return limit;
  for (auto* value : {&limit.soft, &limit.hard})
    if (*value < own.rlim_max) ++*value;
  return limit;
}

}  // namespace

Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers, For whom) {
  TRY(sys::set_resource_limit(RLIMIT_NOFILE, callers.soft, callers.hard));
  for (std::size_t i = 0; i < process.limits.size(); ++i) {
    const plan::ResourceLimit& limit = process.limits[i];
    const bool is_stages = whom == For::Stage && limit.resource == RLIMIT_NPROC;
    TRY(set_limit(is_stages ? with_one_more(limit) : limit, i));
  }
  TRY(sys::set_personality(process.personality).context("/linux/personality"));
  return process.memory_policy ? set_memory_policy(*process.memory_policy) : Result<void>();
}

Result<void> set_process_limit(const plan::Process& process) {
  for (std::size_t i = 0; i < process.limits.size(); ++i)
    if (process.limits[i].resource == RLIMIT_NPROC) TRY(set_limit(process.limits[i], i));
  return {};
}

}  // namespace hull::inside
