// SPDX-License-Identifier: Apache-2.0
// `create`: from a bundle to a container whose init waits for `start`. Host side, host namespaces.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "life/context.h"
#include "sys/fd.h"
#include "sys/process.h"

namespace hull::life {

/// The options of `create`, also the first half of `run`. Paths are as the user wrote them,
/// relative ones to the working directory of the call; "" means not given.
struct CreateOptions {
  std::string id;
  std::string bundle = ".";
  /// The configuration file; not given: the bundle's config.json.
  std::string config;
  std::string console_socket;
  std::string pid_file;
  std::string pidfd_socket;
  bool no_pivot = false;
  bool no_new_keyring = false;
  /// How many descriptors from 3 on the container inherits beside standard input, output and error.
  unsigned preserve_fds = 0;
  /// Variables for the process, "NAME=VALUE"; those of the same name in the configuration win.
  std::vector<std::string> environment;
};

/// What `create` leaves running and `run` goes on with.
struct Created {
  /// Our child until we end, then its own.
  sys::Process init;
  /// The terminal's master, when the caller relays it itself.
  sys::Fd console;
};

/// Who is to have the terminal's master: the console socket, or our caller.
enum class Console { Socket, Caller };

/// `create`, for a caller that stays.
Result<Created> create_container(Context& context, const CreateOptions& options, Console console);

/// Runs create, hooks included, to its end: when it returns, init exists, blocked, in its final
/// cgroup and namespaces, the record and the pid file are written. On failure nothing is left.
/// Fails with the chain of attempts; the outermost frame is main's.
/// OCI runtime.md, "Create" and "Lifecycle" 1-5.
Result<void> create(Context& context, const CreateOptions& options);

}  // namespace hull::life
