// SPDX-License-Identifier: Apache-2.0
// `kill`: sends a signal to a container's init, or to all of its processes. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

enum class Target { Init, All };

/// Sends `signal` (a number, 0 to test) to the container. Fails on a stopped container with
/// "container not running", except for Target::All, which succeeds then: containerd calls it
/// after the init of a shared pid namespace died. SIGKILL to a container without a pid namespace of
/// its own goes to all, also to those that its init has left behind. OCI runtime.md, "Kill".
Result<void> kill(Context& context, const std::string& id, int signal, Target target);

}  // namespace hull::life
