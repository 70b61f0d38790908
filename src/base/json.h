// SPDX-License-Identifier: Apache-2.0
// JSON texts: parse, and walk with a cursor that knows its JSON pointer. Pure; both sides. Only
// json.cc includes RapidJSON. Writing is in base/json_writer.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::json {

/// Deeper texts are refused, so that no text can exhaust the stack.
inline constexpr std::size_t kDeepest = 128;

enum class Type { Null, Boolean, Number, String, Array, Object };

/// "a string", "an object": the type as messages call it.
std::string_view describe(Type type);

/// Lines and columns count from 1, columns in characters.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// One value of a Document. A view: the document, and the cursor it was taken from, must outlive
/// it.
class Cursor {
 public:
  Type type() const;
  /// The value, when the type is the asked one.
  std::optional<bool> boolean() const;
  std::optional<std::string_view> string() const;
  /// A number written without fraction or exponent that fits.
  std::optional<std::int64_t> int64() const;
  std::optional<std::uint64_t> uint64() const;
  /// Any number, as near as a double comes.
  std::optional<double> decimal() const;
  /// Whether the value is a number that only its size keeps from being an int64 or uint64.
  bool is_huge() const;

  /// The count of elements or members; 0 for any other type.
  std::size_t size() const;
  /// The element or member number `index`, which must be below size(). Members keep the text's
  /// order.
  Cursor element(std::size_t index) const;
  Cursor member(std::size_t index) const;
  std::string_view key(std::size_t index) const;

  /// Where this value is: RFC 6901, "" for the root, "/mounts/3/destination".
  std::string pointer() const;

 private:
  friend class Document;
  Cursor(const void* value, const Cursor* parent, const void* key, std::size_t index)
      : value_(value), parent_(parent), key_(key), index_(index) {}
  const void* value_;
  const Cursor* parent_;
  /// The name that the parent object gives it, or null for an element.
  const void* key_;
  std::size_t index_;
};

/// RFC 6901's spelling of one more step: "~" and "/" escaped, control characters as \u00XX so that
/// messages stay on one line.
std::string pointer_step(std::string_view key);

/// A parsed text; movable. Borrows the text for `position`, which must outlive it.
class Document {
 public:
  /// Parses the whole of `text` (RFC 8259; bytes that are not UTF-8 pass as they are). Refuses a
  /// fault as "NAME:LINE:COLUMN: what is wrong", also a \u0000 or a raw NUL anywhere, and nesting
  /// deeper than kDeepest. Of equal keys in one object the last counts, as in Go.
  static Result<Document> parse(std::string_view text, std::string_view name);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Cursor root() const;
  /// Where in the text the value begins. Not kept but found when asked for, by reading the text
  /// from the nearest key on: for messages.
  Position position(const Cursor& cursor) const;
  /// The pointers of members that stand for several of the same key.
  const std::vector<std::string>& duplicates() const;

 private:
  struct Parsed;
  explicit Document(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace hull::json
