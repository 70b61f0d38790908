// SPDX-License-Identifier: Apache-2.0
#include "inside/sysctl.h"

#include "base/text.h"

namespace hull::inside {

Result<void> set_sysctls(const sys::Proc& proc, const std::vector<plan::Sysctl>& sysctls) {
  for (const plan::Sysctl& sysctl : sysctls)
    TRY(proc.write("sys/" + sysctl.path, sysctl.value).context([&] {
      return format("/linux/sysctl '{}'", sysctl.key);
    }));
  return {};
}

}  // namespace hull::inside
