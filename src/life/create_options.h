// SPDX-License-Identifier: Apache-2.0
// What `create` and `run` are told by the command line. A value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "plan/seccomp.h"
#include "sys/fd.h"

namespace hull::life {

/// Somebody of ours who is asked about the container's system calls.
struct SyscallWatch {
  /// In the place of the configuration's.
  plan::Seccomp profile;
  /// Called with the listener as soon as there is one; must not wait for the container.
  std::function<Result<void>(sys::Fd listener)> take;
};

/// Who is told of the process that a command makes. Paths as in CreateOptions.
struct Receivers {
  /// Unix sockets: for the terminal's master, and for a pidfd.
  std::string console_socket;
  std::string pidfd_socket;
  /// The like, but of the configuration's annotation.
  std::string pidfd_receiver;
  /// For its pid as we see it, in decimal.
  std::string pid_file;
};

/// The options of `create`, also the first half of `run`. Paths are as the user wrote them,
/// relative ones to the working directory of the call; "" means not given.
struct CreateOptions {
  std::string id;
  std::string bundle = ".";
  /// The configuration file; not given: the bundle's config.json.
  std::string config;
  Receivers receivers;
  bool no_pivot = false;
  bool no_new_keyring = false;
  /// How many descriptors from 3 on the container inherits beside standard input, output and error.
  unsigned preserve_fds = 0;
  /// Variables for the process, "NAME=VALUE"; those of the same name in the configuration win.
  std::vector<std::string> environment;
  /// Not of the command line: see life/learn.h.
  std::optional<SyscallWatch> watch;
};

/// Who is to have the terminal's master: the console socket, or our caller.
enum class Console { Socket, Caller };

}  // namespace hull::life
