// SPDX-License-Identifier: Apache-2.0
// `start`: lets a created container's init run its process. Host side, host namespaces.
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

/// Returns once the container's process was executed and the poststart hooks ran, or with the
/// reason why not. Fails unless the status is `created`. OCI runtime.md, "Start".
Result<void> start(Context& context, const std::string& id);

}  // namespace hull::life
