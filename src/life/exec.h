// SPDX-License-Identifier: Apache-2.0
// `exec`: one process more in a live container. Host side, host namespaces.
#pragma once

#include "base/result.h"
#include "life/context.h"
#include "life/exec_options.h"

namespace hull::life {

/// Runs a process in the container and waits for its end; gives its exit status (128 + N when
/// signal N ended it). With `detach` it returns as soon as the process is executed, with 0. The pid
/// file is there only for a process that was executed. Takes no lock: any number may be under way.
/// On failure nothing is left. Fails with "cannot exec in a stopped container" and the like.
Result<int> exec(Context& context, const ExecOptions& options);

}  // namespace hull::life
