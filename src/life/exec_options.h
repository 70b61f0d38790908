// SPDX-License-Identifier: Apache-2.0
// What `exec` is told by the command line. A value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "life/create_options.h"

namespace hull::life {

/// Paths are as the user wrote them, relative ones to the working directory of the call; "" and
/// nothing mean not given.
struct ExecOptions {
  std::string id;
  /// The command and its arguments; without --process.
  std::vector<std::string> args;
  /// A file with a process object, "-" for standard input.
  std::string process;
  bool terminal = false;
  bool detach = false;
  Receivers receivers;
  std::string cwd;
  /// "NAME=VALUE", each.
  std::vector<std::string> env;
  /// "UID[:GID]".
  std::string user;
  std::vector<std::uint32_t> additional_gids;
  std::vector<std::string> capabilities;
  bool no_new_privileges = false;
  std::string apparmor_profile;
  std::string selinux_label;
  /// "[CONTROLLER[,CONTROLLER]...:]PATH", each.
  std::vector<std::string> cgroups;
  bool ignore_paused = false;
  /// How many descriptors from 3 on the process inherits beside standard input, output and error.
  unsigned preserve_fds = 0;
};

}  // namespace hull::life
