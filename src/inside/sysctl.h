// SPDX-License-Identifier: Apache-2.0
// Kernel parameters of our namespaces. Inside.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/proc.h"

namespace hull::inside {

/// Writes each parameter below sys/ of `proc`. The kernel shows every opener the parameters of its
/// own namespaces, whoever mounted that procfs.
Result<void> set_sysctls(const sys::Proc& proc, const std::vector<plan::Sysctl>& sysctls);

}  // namespace hull::inside
