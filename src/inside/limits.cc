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

}  // namespace

Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers) {
  TRY(sys::set_resource_limit(RLIMIT_NOFILE, callers.soft, callers.hard));
  for (std::size_t i = 0; i < process.limits.size(); ++i) TRY(set_limit(process.limits[i], i));
  TRY(sys::set_personality(process.personality).context("/linux/personality"));
  return process.memory_policy ? set_memory_policy(*process.memory_policy) : Result<void>();
}

}  // namespace hull::inside
