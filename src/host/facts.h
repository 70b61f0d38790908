// SPDX-License-Identifier: Apache-2.0
// Gathers what planning needs to know of the host. Host side, host namespaces.
#pragma once

#include "base/result.h"
#include "cgroup/location.h"
#include "plan/facts.h"
#include "sys/proc.h"

namespace hull::host {

/// What a process takes beside its container: without what is about cgroups and file systems.
Result<plan::Facts> gather_process_facts(const sys::Proc& proc);

/// The facts as they stand now; `cgroup` is where the container's cgroup will be. A few system
/// calls: nothing is enumerated.
Result<plan::Facts> gather_facts(const sys::Proc& proc, const cgroup::Location& cgroup);

}  // namespace hull::host
