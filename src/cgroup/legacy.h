// SPDX-License-Identifier: Apache-2.0
// Version 1: the files of its controllers, in whose terms linux.resources is written. Pure. Each
// function is one controller and appends what the resources ask of it, see setting.h.
#pragma once

#include "base/result.h"
#include "cgroup/setting.h"
#include "spec/linux.h"

namespace hull::cgroup::legacy {

Result<void> memory(const spec::Resources& resources, Settings& settings);
Result<void> cpu(const spec::Resources& resources, Settings& settings);
Result<void> blkio(const spec::Resources& resources, Settings& settings);
Result<void> hugetlb(const spec::Resources& resources, Settings& settings);
Result<void> net_cls(const spec::Resources& resources, Settings& settings);
Result<void> net_prio(const spec::Resources& resources, Settings& settings);

}  // namespace hull::cgroup::legacy
