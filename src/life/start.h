// SPDX-License-Identifier: Apache-2.0
// `start`: lets a created container's init run its process. Host side, host namespaces.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "host/readiness.h"
#include "life/context.h"
#include "life/record.h"
#include "sys/process.h"

namespace hull::life {

/// A container that was started. Where a service manager waits for it to be ready: what is to be
/// passed on, and its init.
struct Started {
  std::optional<host::Readiness> readiness;
  sys::Process init;
};

/// Runs the poststart hooks of a container that runs, by its record.
Result<void> run_poststart(const Record& record);

/// `start`, for a caller that stays.
Result<Started> start_container(Context& context, const std::string& id);

/// Returns once the container's process was executed and the poststart hooks ran, or with the
/// reason why not; where a service manager waits for the container to be ready, once it is so, or
/// has ended. Fails unless the status is `created`. OCI runtime.md, "Start".
Result<void> start(Context& context, const std::string& id);

}  // namespace hull::life
