// SPDX-License-Identifier: Apache-2.0
#include "criu/message.h"

#include "base/text.h"

namespace hull::criu {
namespace {

// The three low bits of a field's key.
enum WireType : std::uint32_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };
constexpr unsigned kTypeBits = 3;

// A varint's bytes have seven bits each, the eighth says that more follow.
constexpr unsigned kVarintBits = 7;
constexpr std::uint64_t kMore = 1U << kVarintBits;

std::uint64_t key(std::uint32_t field, WireType type) {
  return (std::uint64_t{field} << kTypeBits) | type;
}

}  // namespace

void Writer::varint(std::uint64_t value) {
  for (; value >= kMore; value >>= kVarintBits)
    bytes_.push_back(static_cast<char>((value & (kMore - 1)) | kMore));
  bytes_.push_back(static_cast<char>(value));
}

void Writer::number(std::uint32_t field, std::int64_t value) {
  varint(key(field, kVarint));
  varint(static_cast<std::uint64_t>(value));
}

void Writer::text(std::uint32_t field, std::string_view value) {
  varint(key(field, kBytes));
  varint(value.size());
  bytes_.append(value);
}

Result<std::uint64_t> Reader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += kVarintBits) {
    auto byte = TRY(bytes(1));
    const auto part = static_cast<unsigned char>(byte[0]);
    value |= (part & (kMore - 1)) << shift;
    if ((part & kMore) == 0) return value;
  }
  return Error::refused("a number of a message has more than 64 bits");
}

Result<std::string_view> Reader::bytes(std::uint64_t count) {
  if (count > rest_.size()) return Error::refused("a message breaks off");
  std::string_view taken = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return taken;
}

Result<std::optional<Field>> Reader::next() {
  if (rest_.empty()) return std::nullopt;
  auto read = TRY(varint());
  Field field = {.number = static_cast<std::uint32_t>(read >> kTypeBits)};
  switch (read & ((1U << kTypeBits) - 1)) {
    case kVarint:
      field.value = TRY(varint());
      break;
    case kBytes: {
      auto count = TRY(varint());
      field.bytes = TRY(bytes(count));
      break;
    }
    case kFixed64:
      TRY(bytes(8));
      break;
    case kFixed32:
      TRY(bytes(4));
      break;
    default:
      return Error::refused(format("field {} of a message has no type", field.number));
  }
  return field;
}

}  // namespace hull::criu
