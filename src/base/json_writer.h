// SPDX-License-Identifier: Apache-2.0
// Writes a JSON text call by call. Pure; both sides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hull::json {

/// How a text is laid out: `count` times `character` a level, or with 0 all on one line.
struct Indent {
  std::size_t count = 0;
  char character = ' ';
};

/// Builds a text from begin, end, key and value calls in the text's order; calls that do not nest
/// are a fault of the caller. Empty arrays and objects stay on one line, as Go writes them.
class Writer {
 public:
  explicit Writer(Indent indent = {}) : indent_(indent) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// The name of the value that the next call writes.
  void key(std::string_view name);
  /// The bytes as they are, escaped where JSON demands it.
  void string(std::string_view value);
  void int64(std::int64_t value);
  void uint64(std::uint64_t value);
  /// In as few digits as give the same value again; it must be finite.
  void decimal(double value);
  void boolean(bool value);
  void null();

  /// What was written; no line end follows the last bracket.
  std::string take() && { return std::move(text_); }

 private:
  void begin(char bracket);
  void end(char bracket);
  /// The comma and line end that a value needs before it.
  void separate();
  void line();
  void quote(std::string_view text);

  Indent indent_;
  std::string text_;
  std::size_t depth_ = 0;
  /// Whether the last thing written was a bracket that opens, or a key.
  bool opened_ = true;
  bool keyed_ = false;
};

}  // namespace hull::json
