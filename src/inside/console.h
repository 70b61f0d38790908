// SPDX-License-Identifier: Apache-2.0
// A process's terminal: a pty of the container's own devpts. Inside.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/link.h"

namespace hull::inside {

/// Opens a pty in the container's /dev/pts, shows its slave at /dev/console, makes it our standard
/// input, output and error, and sends the master out. Before the pivot. To be the controlling
/// terminal is for the session of the process.
Result<void> open_console(const sys::Root& root, const plan::Process& process, wire::Link& link);

/// The same for a further process, after the pivot: /dev/console stays what it is.
Result<void> open_terminal(const sys::Root& root, const plan::Process& process, wire::Link& link);

}  // namespace hull::inside
