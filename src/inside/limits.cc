// SPDX-License-Identifier: Apache-2.0
#include "inside/limits.h"

#include <sys/resource.h>

#include "base/text.h"

namespace hull::inside {

Result<void> set_limits(const plan::Process& process, sys::DescriptorLimit callers) {
  TRY(sys::set_resource_limit(RLIMIT_NOFILE, callers.soft, callers.hard));
  for (std::size_t i = 0; i < process.limits.size(); ++i) {
    const plan::ResourceLimit& limit = process.limits[i];
    TRY(sys::set_resource_limit(limit.resource, limit.soft, limit.hard).context([&] {
      return format("/process/rlimits/{}", i);
    }));
  }
  return sys::set_personality(process.personality).context("/linux/personality");
}

}  // namespace hull::inside
