// SPDX-License-Identifier: Apache-2.0
// The flags that stand before the command and hold for every verb. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cmd/options.h"
#include "life/context.h"

namespace hull::cmd {

/// The global flags as the user gave them.
struct Globals {
  /// "" when not given.
  std::string root;
  /// Where the log goes; "" means standard error.
  std::string log;
  /// "text" or "json".
  std::string log_format = "text";
  /// "error", "warning" or "debug".
  std::string log_level = "error";
  bool debug = false;
  /// "cgroupfs", "systemd" or "disabled".
  std::string cgroup_manager = "cgroupfs";
  /// In seconds.
  unsigned systemd_timeout = 30;
  /// "runc", "crun" or "none"; "" when not given.
  std::string compat;
  /// "true", "false" or "auto".
  std::string rootless = "auto";
  /// The program's path; "" when not given.
  std::string criu;
  bool help = false;
  bool version = false;
};

/// The table of the global flags; `to` is borrowed.
std::vector<Option> global_options(Globals& to);

/// The level and the format of the log, which `--debug` and `--log-level` share.
Log::Level log_level(const Globals& globals);
Log::Format log_format(const Globals& globals);

/// What the verbs need to know of the cgroup driver.
life::CgroupManager cgroup_manager(const Globals& globals);

/// What the default of `--root` depends on.
struct Caller {
  /// The last component of argv[0].
  std::string program;
  /// $XDG_RUNTIME_DIR, "" when unset: managers pass an empty one as root.
  std::string runtime_dir;
  /// Whether the effective user is root of the initial user namespace.
  bool host_root = true;
  /// $DBUS_SESSION_BUS_ADDRESS, "" when unset.
  std::string session_bus;
  /// $NOTIFY_SOCKET, "" when unset.
  std::string notify_socket;
  /// $PATH, "" when unset.
  std::string path;
};

/// The state root when `--root` is not given: /run/PROGRAM, or below $XDG_RUNTIME_DIR for others
/// than the host's root. The same program must find its containers again under every command, so
/// nothing else of the environment counts.
std::string default_root(const Caller& caller);

/// The state root: `--root` made absolute from `directory`, or the default. "/" is refused.
Result<std::string> state_root(const Globals& globals, const Caller& caller,
                               std::string_view directory);

}  // namespace hull::cmd
