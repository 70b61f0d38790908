// SPDX-License-Identifier: Apache-2.0
// What `create` and `run` are told by the command line. A value.
#pragma once

#include <string>
#include <vector>

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

/// Who is to have the terminal's master: the console socket, or our caller.
enum class Console { Socket, Caller };

}  // namespace hull::life
