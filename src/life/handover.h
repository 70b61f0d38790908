// SPDX-License-Identifier: Apache-2.0
// What a command's caller gives the process that it makes, and what it gets of it. Host side.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "host/conversation.h"
#include "life/create_options.h"
#include "sys/process.h"

namespace hull::life {

/// The caller's descriptors from 3 on that the process keeps. Ours are all close-on-exec, so what
/// is not was inherited; a hole in the range is allowed. All others must not reach the container,
/// and are close-on-exec from here on.
Result<std::vector<int>> preserved_descriptors(unsigned count);

/// Adds variables to an environment; those of the same name that it has win.
void add_environment(std::vector<std::string>& env, const std::vector<std::string>& added);

/// Who relays the terminal must be known before it exists.
Result<void> check_terminal(bool terminal, const Receivers& receivers, Console console);

/// Sends the terminal's master `console`, whose slave the container knows as `name`, to the console
/// socket.
Result<void> send_console(sys::FdRef console, const std::string& name, const Receivers& receivers);

/// Sends the pidfd to whoever asked for one.
Result<void> send_pidfd(const sys::Process& process, const Receivers& receivers);

/// Both, the terminal unless the caller relays it.
Result<void> send_out(const host::Launched& launched, const Receivers& receivers, Console console);

/// Writes the pid file, if one is asked for.
Result<void> write_pid(pid_t pid, const Receivers& receivers);

}  // namespace hull::life
