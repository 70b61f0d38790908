// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <utility>

#include "base/text.h"

namespace hull {
namespace {

std::string_view name(Log::Level level) {
  switch (level) {
    case Log::Level::Error:
      return "error";
    case Log::Level::Warning:
      return "warning";
    case Log::Level::Debug:
      return "debug";
  }
  return "";
}

// Both formats quote the same way: runc's text records are read with the same rules as JSON
// strings. Of one line that is visible.
std::string quoted(std::string_view line) {
  std::string out = "\"";
  for (char c : line) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

}  // namespace

Log::Log(Level level, Format log_format, Sink sink, std::function<std::string()> now)
    : level_(level), format_(log_format), sink_(std::move(sink)), now_(std::move(now)) {}

void Log::record(Level level, std::string_view message) {
  if (!shows(level)) return;
  // Here, where every record passes: it quotes what strangers wrote, and ends on a terminal, or in
  // records of lines, where a second line would be one of its own.
  const std::string line = one_line(message);
  switch (format_) {
    case Format::Json:
      return sink_(level, hull::format(R"({{"level":"{}","msg":{},"time":"{}"}})", name(level),
                                       quoted(line), now_()));
    case Format::Text:
      return sink_(level,
                   hull::format("time=\"{}\" level={} msg={}", now_(), name(level), quoted(line)));
    case Format::Bare:
      return sink_(level, line);
  }
}

}  // namespace hull
