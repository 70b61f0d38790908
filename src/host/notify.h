// SPDX-License-Identifier: Apache-2.0
// Telling others of the container: descriptors through sockets, the pid through a file. Host side.
#pragma once

#include <sys/types.h>

#include <string>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::host {

/// Connects to the socket file `path` and sends `fd` with the text `name` as one message: a
/// console's master, a pidfd.
Result<void> send_descriptor(const std::string& path, sys::FdRef fd, const std::string& name);

/// Writes `pid` in decimal, without a line end, so that a reader sees all of it or nothing.
Result<void> write_pid_file(const std::string& path, pid_t pid);

}  // namespace hull::host
