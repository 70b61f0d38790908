// SPDX-License-Identifier: Apache-2.0
#include "base/json_writer.h"

#include "base/text.h"

namespace hull::json {

void Writer::key(std::string_view name) {
  separate();
  quote(name);
  text_ += indent_.count > 0 ? ": " : ":";
  keyed_ = true;
}

void Writer::string(std::string_view value) {
  separate();
  quote(value);
}

void Writer::int64(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
}

void Writer::uint64(std::uint64_t value) {
  separate();
  text_ += std::to_string(value);
}

void Writer::decimal(double value) {
  separate();
  text_ += hull::format("{}", value);
}

void Writer::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

void Writer::null() {
  separate();
  text_ += "null";
}

void Writer::begin(char bracket) {
  separate();
  text_ += bracket;
  ++depth_;
  opened_ = true;
}

void Writer::end(char bracket) {
  --depth_;
  if (!opened_) line();
  text_ += bracket;
  opened_ = false;
}

void Writer::separate() {
  if (!keyed_) {
    if (!opened_) text_ += ',';
    if (depth_ > 0) line();
  }
  opened_ = keyed_ = false;
}

void Writer::line() {
  if (indent_.count == 0) return;
  text_ += '\n';
  text_.append(depth_ * indent_.count, indent_.character);
}

void Writer::quote(std::string_view text) {
  text_ += '"';
  // DEL and C1, which JSON would have as they are, are escaped too: `state` is read on terminals.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (c == '\n') {
      text_ += "\\n";
    } else if (c == '\t') {
      text_ += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      text_ += hull::format("\\u{:04x}", byte);
    } else if (byte == 0xc2 && next >= 0x80 && next < 0xa0) {
      text_ += hull::format("\\u{:04x}", next);
      ++i;
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

}  // namespace hull::json
