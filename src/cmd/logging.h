// SPDX-License-Identifier: Apache-2.0
// Where the log goes: `--log`, `--log-format`, `--log-level`.
#pragma once

#include <string>
#include <string_view>

#include "base/log.h"
#include "base/result.h"
#include "cmd/globals.h"

namespace hull::cmd {

/// The meaning of `--log`.
struct LogTarget {
  enum class Kind { StandardError, File, Syslog, Journal };
  Kind kind = Kind::StandardError;
  /// The file's path, or the name under which the records appear.
  std::string name;
};

/// "" is standard error; "file:PATH", "syslog:NAME", "journald:NAME"; anything else is a path.
Result<LogTarget> log_target(std::string_view text);

/// The sockets of the log daemons; a test has its own.
struct LogSockets {
  std::string syslog = "/dev/log";
  std::string journal = "/run/systemd/journal/socket";
};

/// Opens the log. A file is made at once (0644), so that a manager finds one even when nothing is
/// logged, and appended to: the verbs of one container share it. Records to syslog and journald are
/// the bare messages unless JSON was asked for; a daemon that doesn't listen is found out here.
Result<Log> open_log(const Globals& globals, const LogSockets& sockets = {});

}  // namespace hull::cmd
