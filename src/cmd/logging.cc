// SPDX-License-Identifier: Apache-2.0
#include "cmd/logging.h"

#include <fcntl.h>
#include <syslog.h>
#include <unistd.h>

#include <memory>
#include <utility>

#include "base/text.h"
#include "cmd/output.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/socket.h"

namespace hull::cmd {
namespace {

int priority(Log::Level level) {
  switch (level) {
    case Log::Level::Error:
      return LOG_ERR;
    case Log::Level::Warning:
      return LOG_WARNING;
    case Log::Level::Debug:
      return LOG_DEBUG;
  }
  return LOG_ERR;
}

constexpr const char* kNobody = "a log that can't be written has nobody to tell";

Log::Sink file_sink(sys::Fd file) {
  // std::function copies what it holds.
  auto shared = std::make_shared<sys::Fd>(std::move(file));
  return [shared](Log::Level, std::string_view line) {
    // One write for the whole record: others append to the same file.
    ignore(write_quietly(*shared, std::string(line) + '\n'), kNobody);
  };
}

Log::Sink syslog_sink(sys::Fd daemon, std::string name) {
  auto shared = std::make_shared<sys::Fd>(std::move(daemon));
  return [shared, name](Log::Level level, std::string_view line) {
    // RFC 3164 as the daemons of this side of the socket read it; they add time and host.
    std::string record =
        hull::format("<{}>{}[{}]: {}", LOG_DAEMON | priority(level), name, getpid(), line);
    ignore(sys::send(*shared, record, {}), kNobody);
  };
}

Log::Sink journal_sink(sys::Fd daemon, std::string name) {
  auto shared = std::make_shared<sys::Fd>(std::move(daemon));
  return [shared, name](Log::Level level, std::string_view line) {
    // systemd's "Native Journal Protocol": one KEY=value a line; our records have no line ends.
    std::string record = hull::format("MESSAGE={}\nPRIORITY={}\nSYSLOG_IDENTIFIER={}\n", line,
                                      priority(level), name);
    ignore(sys::send(*shared, record, {}), kNobody);
  };
}

}  // namespace

Result<LogTarget> log_target(std::string_view text) {
  struct Scheme {
    std::string_view prefix;
    LogTarget::Kind kind;
  };
  constexpr Scheme kSchemes[] = {{"file:", LogTarget::Kind::File},
                                 {"syslog:", LogTarget::Kind::Syslog},
                                 {"journald:", LogTarget::Kind::Journal}};
  if (text.empty()) return LogTarget{};
  for (const Scheme& scheme : kSchemes) {
    if (!text.starts_with(scheme.prefix)) continue;
    std::string_view name = text.substr(scheme.prefix.size());
    if (name.empty() || name.find('\n') != std::string_view::npos)
      return Error::refused(
          hull::format("--log: '{}' needs a name of one line after the colon", text));
    return LogTarget{scheme.kind, std::string(name)};
  }
  return LogTarget{LogTarget::Kind::File, std::string(text)};
}

Result<Log> open_log(const Globals& globals, const LogSockets& sockets) {
  LogTarget target = TRY(log_target(globals.log));
  Log::Format format = log_format(globals);
  Log::Format bare = format == Log::Format::Text ? Log::Format::Bare : format;
  Log::Level level = log_level(globals);
  switch (target.kind) {
    case LogTarget::Kind::StandardError:
      return Log(
          level, format, [](Log::Level, std::string_view line) { complain(line); },
          sys::rfc3339_now);
    case LogTarget::Kind::File: {
      constexpr int kFlags = O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY;
      sys::Fd file =
          TRY(sys::open_at(sys::FdRef::cwd(), target.name, kFlags, 0644).context("--log"));
      return Log(level, format, file_sink(std::move(file)), sys::rfc3339_now);
    }
    case LogTarget::Kind::Syslog: {
      sys::Fd daemon = TRY(sys::connect_datagram(sockets.syslog).context("--log"));
      return Log(level, bare, syslog_sink(std::move(daemon), target.name), sys::rfc3339_now);
    }
    case LogTarget::Kind::Journal: {
      sys::Fd daemon = TRY(sys::connect_datagram(sockets.journal).context("--log"));
      return Log(level, bare, journal_sink(std::move(daemon), target.name), sys::rfc3339_now);
    }
  }
  return Error::refused("--log: unknown kind");
}

}  // namespace hull::cmd
