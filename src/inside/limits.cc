// SPDX-License-Identifier: Apache-2.0
#include "inside/limits.h"

#include <sys/resource.h>

#include <cerrno>

#include "base/text.h"
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

}  // namespace

Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers) {
  TRY(sys::set_resource_limit(RLIMIT_NOFILE, callers.soft, callers.hard));
  for (std::size_t i = 0; i < process.limits.size(); ++i) {
    const plan::ResourceLimit& limit = process.limits[i];
    TRY(sys::set_resource_limit(limit.resource, limit.soft, limit.hard).context([&] {
      return format("/process/rlimits/{}", i);
    }));
  }
  TRY(sys::set_personality(process.personality).context("/linux/personality"));
  return process.memory_policy ? set_memory_policy(*process.memory_policy) : Result<void>();
}

}  // namespace hull::inside
