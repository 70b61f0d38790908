// SPDX-License-Identifier: Apache-2.0
#include "inside/limits.h"

#include "base/text.h"
#include "sys/task.h"

namespace hull::inside {

Result<void> set_limits(const plan::Process& process) {
  for (std::size_t i = 0; i < process.limits.size(); ++i) {
    const plan::ResourceLimit& limit = process.limits[i];
    TRY(sys::set_resource_limit(limit.resource, limit.soft, limit.hard).context([&] {
      return format("/process/rlimits/{}", i);
    }));
  }
  if (process.personality)
    TRY(sys::set_personality(*process.personality).context("/linux/personality"));
  return {};
}

}  // namespace hull::inside
