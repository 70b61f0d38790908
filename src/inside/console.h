// SPDX-License-Identifier: Apache-2.0
// The container's terminal: a pty of its own devpts. Inside, before the pivot.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/link.h"

namespace hull::inside {

/// Opens a pty in the container's /dev/pts, shows its slave at /dev/console, makes it our
/// controlling terminal and standard input, output and error, and sends the master out. Needs to be
/// a session leader.
Result<void> open_console(const sys::Root& root, const plan::Process& process, wire::Link& link);

}  // namespace hull::inside
