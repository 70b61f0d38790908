// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <algorithm>
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
// strings.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out += '"';
}

}  // namespace

Log::Log(Level level, Format log_format, Sink sink, std::function<std::string()> now)
    : level_(level), format_(log_format), sink_(std::move(sink)), now_(std::move(now)) {}

void Log::record(Level level, std::string_view message) {
  if (!shows(level)) return;
  switch (format_) {
    case Format::Json:
      return sink_(level, hull::format(R"({{"level":"{}","msg":{},"time":"{}"}})", name(level),
                                       quoted(message), now_()));
    case Format::Text:
      return sink_(
          level, hull::format("time=\"{}\" level={} msg={}", now_(), name(level), quoted(message)));
    case Format::Bare: {
      // Sinks put it into records of lines, where a second line would be a field of its own.
      std::string line(message);
      std::ranges::replace(line, '\n', ' ');
      return sink_(level, line);
    }
  }
}

}  // namespace hull
