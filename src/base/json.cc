// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <rapidjson/document.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "base/text.h"

namespace hull::json {
namespace {

using Value = rapidjson::Value;

const Value& value_at(const void* value) {
  return *static_cast<const Value*>(value);
}

std::string_view text_of(const Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

Position position(std::string_view text, std::size_t offset) {
  Position found;
  for (char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++found.line;
      found.column = 1;
    } else if ((c & 0xC0) != 0x80) {  // the second and later bytes of a character do not count
      ++found.column;
    }
  }
  return found;
}

Error fault(std::string_view name, Position at, std::string_view what) {
  return Error::refused(hull::format("{}:{}:{}: {}", name, at.line, at.column, what));
}

/// What stands at the offset of a fault.
std::string unexpected(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "unexpected end of the text";
  auto c = static_cast<unsigned char>(text[offset]);
  if (c < 0x20 || c == 0x7F) return hull::format("unexpected character U+{:04X}", c);
  std::size_t size = 1;
  while (offset + size < text.size() && c >= 0x80 && (text[offset + size] & 0xC0) == 0x80) ++size;
  return hull::format("unexpected '{}'", text.substr(offset, size));
}

std::string describe_fault(rapidjson::ParseErrorCode code, std::string_view text,
                           std::size_t offset) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "the text is empty";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return unexpected(text, offset) + " after the value";
    case rapidjson::kParseErrorObjectMissName:
      return unexpected(text, offset) + ", expected a key in double quotes";
    case rapidjson::kParseErrorObjectMissColon:
      return unexpected(text, offset) + ", expected ':'";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return unexpected(text, offset) + ", expected ',' or '}'";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return unexpected(text, offset) + ", expected ',' or ']'";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "\\u without four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "half a surrogate pair";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return text[offset] == '\\' ? "unknown escape in a string"
                                  : unexpected(text, offset) + " in a string";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "unexpected end of the text in a string";
    case rapidjson::kParseErrorNumberTooBig:
      return "a number that is too big";
    case rapidjson::kParseErrorNumberMissFraction:
      return unexpected(text, offset) + ", expected a digit after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return unexpected(text, offset) + ", expected a digit of the exponent";
    case rapidjson::kParseErrorTermination:  // by Events
      return hull::format("nested deeper than {} levels", kDeepest);
    default:
      return unexpected(text, offset);
  }
}

/// Hands the reader's events on to the document, and stops where the nesting gets too deep or a
/// string holds a NUL.
class Events {
 public:
  explicit Events(rapidjson::Document& document) : document_(document) {}
  /// The string at which it stopped; null if it did not, or because of the nesting.
  const char* nul() const { return nul_; }

  bool Null() { return document_.Null(); }
  bool Bool(bool value) { return document_.Bool(value); }
  bool Int(int value) { return document_.Int(value); }
  bool Uint(unsigned value) { return document_.Uint(value); }
  bool Int64(std::int64_t value) { return document_.Int64(value); }
  bool Uint64(std::uint64_t value) { return document_.Uint64(value); }
  bool Double(double value) { return document_.Double(value); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    return document_.RawNumber(text, size, copy);
  }
  bool String(const char* text, rapidjson::SizeType size, bool copy) {
    return is_clean(text, size) && document_.String(text, size, copy);
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) {
    return is_clean(text, size) && document_.Key(text, size, copy);
  }
  bool StartObject() { return ++depth_ <= kDeepest && document_.StartObject(); }
  bool EndObject(rapidjson::SizeType count) { return --depth_, document_.EndObject(count); }
  bool StartArray() { return ++depth_ <= kDeepest && document_.StartArray(); }
  bool EndArray(rapidjson::SizeType count) { return --depth_, document_.EndArray(count); }

 private:
  bool is_clean(const char* text, std::size_t size) {
    if (std::memchr(text, 0, size) == nullptr) return true;
    nul_ = text;
    return false;
  }
  rapidjson::Document& document_;
  std::size_t depth_ = 0;
  const char* nul_ = nullptr;
};

/// The indexes of members that a later one of the same key replaces.
std::vector<std::size_t> replaced_members(const Value& object) {
  std::vector<std::size_t> replaced;
  const std::size_t count = object.MemberCount();
  auto key = [&](std::size_t index) { return text_of(object.MemberBegin()[index].name); };
  constexpr std::size_t kFew = 24;  // fewer compare faster pair by pair than they sort
  if (count <= kFew) {
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = i + 1; j < count; ++j)
        if (key(i) == key(j)) {
          replaced.push_back(i);
          break;
        }
    return replaced;
  }
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    int compared = key(a).compare(key(b));
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 0; i + 1 < count; ++i)
    if (key(order[i]) == key(order[i + 1])) replaced.push_back(order[i]);
  std::sort(replaced.begin(), replaced.end());
  return replaced;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The next three read a text that is known to be well formed, and give the offset behind something.
std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t after_string(std::string_view text, std::size_t at) {
  for (++at; text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return at + 1;
}

std::size_t after_value(std::string_view text, std::size_t at) {
  for (std::size_t depth = 0;;) {
    char c = text[at];
    if (c == '"')
      at = after_string(text, at);
    else if (c == '{' || c == '[')
      ++depth, ++at;
    else if (c == '}' || c == ']')
      --depth, ++at;
    else
      ++at;
    bool ends = at >= text.size() || std::string_view(",]} \t\r\n").find(text[at]) != text.npos;
    if (depth == 0 && ends) return at;
  }
}

}  // namespace

std::string_view describe(Type type) {
  switch (type) {
    case Type::Null:
      return "null";
    case Type::Boolean:
      return "a boolean";
    case Type::Number:
      return "a number";
    case Type::String:
      return "a string";
    case Type::Array:
      return "an array";
    case Type::Object:
      return "an object";
  }
  return "";
}

Type Cursor::type() const {
  switch (value_at(value_).GetType()) {
    case rapidjson::kNullType:
      return Type::Null;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return Type::Boolean;
    case rapidjson::kNumberType:
      return Type::Number;
    case rapidjson::kStringType:
      return Type::String;
    case rapidjson::kArrayType:
      return Type::Array;
    case rapidjson::kObjectType:
      return Type::Object;
  }
  return Type::Null;
}

std::optional<bool> Cursor::boolean() const {
  const Value& value = value_at(value_);
  if (!value.IsBool()) return std::nullopt;
  return value.GetBool();
}

std::optional<std::string_view> Cursor::string() const {
  const Value& value = value_at(value_);
  if (!value.IsString()) return std::nullopt;
  return text_of(value);
}

std::optional<std::int64_t> Cursor::int64() const {
  const Value& value = value_at(value_);
  if (!value.IsInt64()) return std::nullopt;
  return value.GetInt64();
}

std::optional<std::uint64_t> Cursor::uint64() const {
  const Value& value = value_at(value_);
  if (!value.IsUint64()) return std::nullopt;
  return value.GetUint64();
}

std::optional<double> Cursor::decimal() const {
  const Value& value = value_at(value_);
  if (!value.IsNumber()) return std::nullopt;
  return value.GetDouble();
}

bool Cursor::is_huge() const {
  const Value& value = value_at(value_);
  // RapidJSON keeps integers beyond 64 bits as doubles. Below 2^53 a double had a fraction or an
  // exponent in the text, whatever its value.
  return value.IsDouble() && std::abs(value.GetDouble()) >= 0x1p63;
}

std::size_t Cursor::size() const {
  const Value& value = value_at(value_);
  if (value.IsArray()) return value.Size();
  return value.IsObject() ? value.MemberCount() : 0;
}

Cursor Cursor::element(std::size_t index) const {
  return {value_at(value_).Begin() + index, this, nullptr, index};
}

Cursor Cursor::member(std::size_t index) const {
  const auto& member = value_at(value_).MemberBegin()[static_cast<std::ptrdiff_t>(index)];
  return {&member.value, this, &member.name, index};
}

std::string_view Cursor::key(std::size_t index) const {
  return text_of(value_at(value_).MemberBegin()[static_cast<std::ptrdiff_t>(index)].name);
}

std::string Cursor::pointer() const {
  if (!parent_) return "";
  std::string step = key_ ? pointer_step(text_of(value_at(key_))) : hull::format("{}", index_);
  return parent_->pointer() + "/" + step;
}

std::string pointer_step(std::string_view key) {
  std::string step;
  for (char c : key) {
    if (c == '~')
      step += "~0";
    else if (c == '/')
      step += "~1";
    else if (static_cast<unsigned char>(c) < 0x20)
      step += hull::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      step += c;
  }
  return step;
}

struct Document::Parsed {
  explicit Parsed(std::string_view borrowed) : original(borrowed), text(borrowed) {}

  /// Drops members that a later one of the same key replaces and notes the pointers. The value at
  /// `cursor` is the same as `value`. Recursion is bounded by kDeepest.
  void drop_replaced(Value& value, const Cursor& cursor) {
    if (value.IsObject()) {
      std::vector<std::size_t> replaced = replaced_members(value);
      for (std::size_t index : replaced) {
        std::string pointer = cursor.member(index).pointer();
        if (duplicates.empty() || duplicates.back() != pointer) duplicates.push_back(pointer);
      }
      if (!replaced.empty()) drop(value, replaced);
    }
    for (std::size_t i = 0; i < cursor.size(); ++i) {
      Value& child = value.IsObject() ? value.MemberBegin()[static_cast<std::ptrdiff_t>(i)].value
                                      : value.Begin()[i];
      if (!child.IsObject() && !child.IsArray()) continue;
      drop_replaced(child, value.IsObject() ? cursor.member(i) : cursor.element(i));
    }
  }

  void drop(Value& object, const std::vector<std::size_t>& replaced) {
    Value kept(rapidjson::kObjectType);
    for (std::size_t i = 0; i < object.MemberCount(); ++i) {
      auto& member = object.MemberBegin()[static_cast<std::ptrdiff_t>(i)];
      if (!std::binary_search(replaced.begin(), replaced.end(), i))
        kept.AddMember(member.name, member.value, document.GetAllocator());
    }
    object = kept;
  }

  /// The offset of the value in `original`. The strings of the document, keys too, point to where
  /// they stood in the text, right behind the quote.
  std::size_t offset(const Cursor& cursor) const {
    if (!cursor.parent_) return after_blanks(original, 0);
    if (cursor.key_) {
      auto quote = static_cast<std::size_t>(value_at(cursor.key_).GetString() - text.data() - 1);
      std::size_t colon = after_blanks(original, after_string(original, quote));
      return after_blanks(original, colon + 1);
    }
    std::size_t at = after_blanks(original, offset(*cursor.parent_) + 1);
    for (std::size_t i = 0; i < cursor.index_; ++i) {
      std::size_t comma = after_blanks(original, after_value(original, at));
      at = after_blanks(original, comma + 1);
    }
    return at;
  }

  std::string_view original;
  /// Parsed in place: the strings of `document` point into it.
  std::string text;
  rapidjson::Document document;
  std::vector<std::string> duplicates;
};

Document::Document(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::parse(std::string_view text, std::string_view name) {
  // The reader takes a NUL for the end of the text.
  if (std::size_t raw = text.find('\0'); raw != std::string_view::npos)
    return fault(name, json::position(text, raw), unexpected(text, raw));

  auto parsed = std::make_unique<Parsed>(text);
  rapidjson::InsituStringStream stream(parsed->text.data());
  rapidjson::Reader reader;
  const char* nul = nullptr;
  auto read = [&](rapidjson::Document& document) {
    Events events(document);
    bool ok = !reader.Parse<rapidjson::kParseInsituFlag>(stream, events).IsError();
    nul = events.nul();
    return ok;
  };
  parsed->document.Populate(read);
  if (nul) {
    auto quote = static_cast<std::size_t>(nul - parsed->text.data() - 1);
    return fault(name, json::position(text, quote), "a string must not contain \\u0000");
  }
  if (reader.HasParseError()) {
    std::size_t offset = reader.GetErrorOffset();
    // Events sees a bracket when it was read already.
    if (reader.GetParseErrorCode() == rapidjson::kParseErrorTermination) --offset;
    return fault(name, json::position(text, offset),
                 describe_fault(reader.GetParseErrorCode(), text, offset));
  }
  Document document(std::move(parsed));
  document.parsed_->drop_replaced(document.parsed_->document, document.root());
  return document;
}

Cursor Document::root() const {
  return {&parsed_->document, nullptr, nullptr, 0};
}

Position Document::position(const Cursor& cursor) const {
  return json::position(parsed_->original, parsed_->offset(cursor));
}

const std::vector<std::string>& Document::duplicates() const {
  return parsed_->duplicates;
}

}  // namespace hull::json
