// SPDX-License-Identifier: Apache-2.0
// Undoing a container, whatever there is of it: the end of `delete`, of `run`, and of a start that
// a hook refused. Host side.
#pragma once

#include "base/result.h"
#include "life/container.h"

namespace hull::life {

/// Kills the container's processes, removes its cgroups and its directory, then runs the poststop
/// hooks, whose failures are logged as warnings. The caller holds the lock. Can be called again
/// after it was interrupted anywhere. OCI runtime.md, "Lifecycle" 12 and 13.
Result<void> undo(Context& context, Container container);

/// Runs the record's poststop hooks with the state of a stopped container. Never fails: what goes
/// wrong is logged, and the other hooks run all the same.
void run_poststop(Context& context, const Record& record);

}  // namespace hull::life
