// SPDX-License-Identifier: Apache-2.0
// The controllers whose files have the same names and terms in both versions. Pure. Each function
// is one controller and appends what the resources ask of it, see setting.h.
#pragma once

#include <string_view>

#include "base/result.h"
#include "cgroup/setting.h"
#include "spec/linux.h"

namespace hull::cgroup::alike {

Result<void> cpuset(const spec::Resources& resources, Settings& settings);
Result<void> pids(const spec::Resources& resources, Settings& settings);
Result<void> rdma(const spec::Resources& resources, Settings& settings);

/// The files end in `suffix`: "limit_in_bytes" on v1, "max" on v2. Reservations are limited beside
/// the use where the kernel can (config-linux.md, "Huge page limits"): some readers look at one,
/// some at the other.
Result<void> hugetlb(const spec::Resources& resources, Settings& settings, std::string_view suffix);

}  // namespace hull::cgroup::alike
