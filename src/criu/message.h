// SPDX-License-Identifier: Apache-2.0
// Protocol Buffers' wire format, as much of it as CRIU's messages use: varints and strings of
// bytes. Pure. protobuf.dev, "Encoding".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::criu {

/// A message that is being written: one call a field, in any order; a repeated field is several.
class Writer {
 public:
  /// int32, uint32, bool and enumerations. A negative number takes ten bytes, as int32 has it.
  void number(std::uint32_t field, std::int64_t value);
  void text(std::uint32_t field, std::string_view value);
  void message(std::uint32_t field, const Writer& value) { text(field, value.bytes_); }
  const std::string& bytes() const { return bytes_; }

 private:
  void varint(std::uint64_t value);
  std::string bytes_;
};

/// One field of a message that is being read.
struct Field {
  std::uint32_t number = 0;
  /// Of a varint.
  std::uint64_t value = 0;
  /// Of a string or of a message within; borrowed from the message.
  std::string_view bytes;
};

/// Takes a message apart.
class Reader {
 public:
  explicit Reader(std::string_view message) : rest_(message) {}
  /// The next field, nothing at the end. Fails where the message breaks off, or has a type of field
  /// that the format does not know.
  Result<std::optional<Field>> next();

 private:
  Result<std::uint64_t> varint();
  Result<std::string_view> bytes(std::uint64_t count);
  std::string_view rest_;
};

}  // namespace hull::criu
