// SPDX-License-Identifier: Apache-2.0
// Passing on to the service manager that a container is ready (host/readiness.h): what create
// prepares for it, and what start and run do. Host side.
#pragma once

#include <optional>

#include "base/result.h"
#include "host/readiness.h"
#include "life/bundle.h"
#include "life/context.h"
#include "life/record.h"
#include "sys/process.h"

namespace hull::life {

/// Where a service manager waits for the container: gives its process the directory /run/notify,
/// read only, and NOTIFY_SOCKET for the socket that will be there. Not if its config sets the
/// variable, for somebody else answers then. Logs a warning where nothing can be mounted.
void offer_socket(Context& context, Bundle& bundle);

/// Makes that directory, if the container is to have it.
Result<void> make_socket_directory(const Directory& directory, const plan::Plan& plan);

/// Listens for a container that was made so and is about to start. Nothing without a service
/// manager, or when create had none.
Result<std::optional<host::Readiness>> listen_for_readiness(const Context& context,
                                                            const Directory& directory);

/// Waits until the container is ready and says so, or until `init` has ended.
Result<void> await_readiness(const host::Readiness& readiness, const sys::Process& init);

/// For a container that is restored: it was ready when it was dumped. Tells the service manager, if
/// there is one, that process `pid` is; `ends_soon` as Readiness::forward() has it.
Result<void> say_ready(const Context& context, const Directory& directory, pid_t pid,
                       bool ends_soon);

}  // namespace hull::life
