// SPDX-License-Identifier: Apache-2.0
// `run`: create, start and, unless detached, stay with the container until it ends. Host side.
#pragma once

#include "base/result.h"
#include "life/create.h"

namespace hull::life {

struct RunOptions {
  CreateOptions create;
  bool detach = false;
  /// Keep the stopped container's state; otherwise it is deleted when the process ends.
  bool keep = false;
  /// Do not become the reaper of the container's orphans.
  bool no_subreaper = false;
};

/// The exit status for the caller: the process's own, or 128 + the signal that ended it; 0 when
/// detached. In the foreground all signals but SIGCHLD are forwarded and a terminal is relayed.
/// On failure nothing is left.
Result<int> run(Context& context, const RunOptions& options);

}  // namespace hull::life
