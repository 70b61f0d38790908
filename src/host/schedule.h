// SPDX-License-Identifier: Apache-2.0
// The scheduling policy and I/O priority that config.json asks for. Host side: the rights to them
// are ours, and a process in a user namespace never has them.
#pragma once

#include <sys/types.h>

#include "base/result.h"
#include "plan/plan.h"

namespace hull::host {

/// Gives both to `pid`, a child of ours that is about to become the process. Not before it is in
/// all of its cgroups, whose budget and cpuset count, and has started whatever else it has to:
/// under SCHED_DEADLINE it can start nothing. Fails with the document's pointer, and says which of
/// the kernel's conditions was not met.
Result<void> set_scheduling(const plan::Process& process, pid_t pid);

}  // namespace hull::host
