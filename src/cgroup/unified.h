// SPDX-License-Identifier: Apache-2.0
// Version 2: linux.resources, written in v1's terms, in those of v2's controllers; what they cannot
// express is refused. Pure. Each function is one controller and appends what the resources ask of
// it, see setting.h.
#pragma once

#include "base/result.h"
#include "cgroup/present.h"
#include "cgroup/setting.h"
#include "spec/linux.h"

namespace hull::cgroup::unified {

/// What is asked for without its other half is joined with what is in force.
Result<void> memory(const spec::Resources& resources, const Present& present, Settings& settings);
Result<void> cpu(const spec::Resources& resources, const Present& present, Settings& settings);
Result<void> io(const spec::Resources& resources, Settings& settings);
Result<void> hugetlb(const spec::Resources& resources, Settings& settings);
/// v2 has neither: refused when asked for.
Result<void> net_cls(const spec::Resources& resources, Settings& settings);
Result<void> net_prio(const spec::Resources& resources, Settings& settings);

/// linux.resources.unified: files by name, a write for each line. Refuses what is no file of the
/// cgroup's own, and the files that act rather than configure (cgroup.procs, cgroup.kill …).
Result<void> files(const spec::Resources& resources, Settings& settings);

}  // namespace hull::cgroup::unified
