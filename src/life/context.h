// SPDX-License-Identifier: Apache-2.0
// What every verb is given by the command line: where the records are and how to speak. Host side.
#pragma once

#include <string>

#include "base/log.h"

namespace hull::life {

/// How cgroups are managed: `--cgroup-manager` and `--systemd-cgroup`.
enum class CgroupManager { Cgroupfs, Systemd, Disabled };

/// Whose callers parse what is printed (`--compat`, cmd/compat.h).
enum class Compat { None, Runc, Crun };

/// What is needed to talk to systemd.
struct SystemdContext {
  /// How long it may take for one answer or job (--systemd-timeout).
  unsigned timeout_seconds = 30;
  /// $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR, "" when unset.
  std::string session_bus;
  std::string runtime_directory;
};

/// The global options, as values. Borrowed by each verb for the length of the call.
struct Context {
  Log& log;
  /// The program's name (the last component of argv[0]): default state root, messages.
  std::string program = "hull";
  /// Which hull this is, for what another one must not read: version and commit.
  std::string build;
  /// The state root, absolute; one directory a container. Made on the first create.
  std::string root;
  /// Whether `--root` was given: `list` fails on a missing root only then.
  bool root_given = false;
  /// $NOTIFY_SOCKET, "" when unset: the service manager that waits for the container to be ready.
  std::string notify_socket;
  CgroupManager cgroup_manager = CgroupManager::Cgroupfs;
  Compat compat = Compat::None;
  SystemdContext systemd;
  /// The program criu (--criu), "" to look for it along $PATH, which is `path`.
  std::string criu;
  std::string path;
};

}  // namespace hull::life
