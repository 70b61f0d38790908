// SPDX-License-Identifier: Apache-2.0
// Levels, text and JSON lines. Functions return their errors; only main, hooks' output and the
// supervisor of `run` log. The sink (a file, standard error, syslog) is handed in by main.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hull {

class Log {
 public:
  enum class Level { Error, Warning, Debug };
  /// Bare is the message alone, for sinks that add time and level themselves.
  enum class Format { Text, Json, Bare };
  /// Receives one whole record without its line end, valid UTF-8 without control characters. Must
  /// not fail loudly: there is nobody to tell.
  using Sink = std::function<void(Level level, std::string_view line)>;

  /// Records above `level` are dropped. The clock is read through `now`, which gives the record's
  /// RFC 3339 time (containerd decodes it as such and drops the record otherwise).
  Log(Level level, Format log_format, Sink sink, std::function<std::string()> now);

  void error(std::string_view message) { record(Level::Error, message); }
  void warning(std::string_view message) { record(Level::Warning, message); }
  /// One record each, in their order.
  void warnings(const std::vector<std::string>& messages) {
    for (const std::string& message : messages) warning(message);
  }
  void debug(std::string_view message) { record(Level::Debug, message); }
  bool shows(Level level) const { return level <= level_; }

 private:
  void record(Level level, std::string_view message);
  Level level_;
  Format format_;
  Sink sink_;
  std::function<std::string()> now_;
};

}  // namespace hull
