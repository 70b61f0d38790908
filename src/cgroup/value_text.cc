// SPDX-License-Identifier: Apache-2.0
#include "cgroup/value_text.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace hull::cgroup {
namespace {

// No property needs as much. An array without a type is read twice at each level.
constexpr int kDeepest = 8;

// The words that may stand before a value for its type.
constexpr std::pair<std::string_view, std::string_view> kTypeWords[] = {
    {"boolean", "b"}, {"byte", "y"},   {"int16", "n"},      {"uint16", "q"},
    {"int32", "i"},   {"uint32", "u"}, {"int64", "x"},      {"uint64", "t"},
    {"double", "d"},  {"string", "s"}, {"objectpath", "o"}, {"signature", "g"}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <class Number>
bool fits(std::uint64_t magnitude, bool negative) {
  using Limits = std::numeric_limits<Number>;
  if (!negative) return magnitude <= static_cast<std::uint64_t>(Limits::max());
  if (Limits::min() == 0) return magnitude == 0;
  return magnitude <= static_cast<std::uint64_t>(Limits::max()) + 1;
}

bool fits(char type, std::uint64_t magnitude, bool negative) {
  switch (type) {
    case 'y':
      return fits<std::uint8_t>(magnitude, negative);
    case 'n':
      return fits<std::int16_t>(magnitude, negative);
    case 'q':
      return fits<std::uint16_t>(magnitude, negative);
    case 'i':
      return fits<std::int32_t>(magnitude, negative);
    case 'u':
      return fits<std::uint32_t>(magnitude, negative);
    case 'x':
      return fits<std::int64_t>(magnitude, negative);
    default:
      return fits<std::uint64_t>(magnitude, negative);
  }
}

// One code point as UTF-8; nothing for what is none, or is NUL.
std::optional<std::string> utf8(std::uint32_t point) {
  auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
  if (point == 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return std::nullopt;
  if (point < 0x80) return std::string{byte(point)};
  if (point < 0x800) return std::string{byte(0xc0 | point >> 6), byte(0x80 | (point & 0x3f))};
  if (point < 0x10000)
    return std::string{byte(0xe0 | point >> 12), byte(0x80 | (point >> 6 & 0x3f)),
                       byte(0x80 | (point & 0x3f))};
  return std::string{byte(0xf0 | point >> 18), byte(0x80 | (point >> 12 & 0x3f)),
                     byte(0x80 | (point >> 6 & 0x3f)), byte(0x80 | (point & 0x3f))};
}

// Reads one value after the other. `wanted`, where it is not empty, is the type that the value must
// have, and that a number is read as.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Value> whole() {
    auto value = TRY(any("", 0));
    skip_blanks();
    if (at_ != text_.size()) return fault("nothing more is expected");
    return value;
  }

 private:
  using Values = std::vector<Value>;

  Error fault(std::string_view what) const {
    return Error::refused(format("'{}' at {}: {}", text_, at_ + 1, what));
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n'))
      ++at_;
  }

  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    skip_blanks();
    if (here() != c) return false;
    ++at_;
    return true;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (is_letter(here()) || is_digit(here())) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  Result<void> check(std::string_view type, std::string_view wanted) const {
    if (wanted.empty() || wanted == type) return {};
    return fault(format("a value of type {} is expected, not {}", wanted, type));
  }

  Result<Value> any(std::string_view wanted, int depth) {
    skip_blanks();
    if (depth > kDeepest) return fault("the nesting is too deep");
    const char c = here();
    if (c == '\'' || c == '"') return text(wanted);
    if (c == '[') return array(wanted, depth);
    if (c == '(') return structure(wanted, depth);
    if (c == '<') return variant(wanted, depth);
    if (c == '@') return annotated(wanted, depth);
    if (c == 'b' && (text_.substr(at_, 2) == "b'" || text_.substr(at_, 2) == "b\"")) {
      ++at_;
      return byte_string(wanted);
    }
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return number(wanted);
    if (is_letter(c)) return spelled(wanted, depth);
    return fault("a value is expected");
  }

  // A word: a truth, a number that is none, or the type of what follows.
  Result<Value> spelled(std::string_view wanted, int depth) {
    const std::size_t begin = at_;
    const std::string_view found = word();
    if (found == "true" || found == "false") {
      TRY(check("b", wanted));
      return boolean_value(found == "true");
    }
    if (found == "inf" || found == "nan") {
      at_ = begin;
      return number(wanted);
    }
    for (const auto& [name, type] : kTypeWords) {
      if (found != name) continue;
      TRY(check(type, wanted));
      return any(type, depth + 1);
    }
    at_ = begin;
    return fault(format("'{}' is neither a value nor a type", found));
  }

  Result<Value> annotated(std::string_view wanted, int depth) {
    ++at_;
    const std::size_t length = complete_type(text_.substr(at_));
    if (length == 0) return fault("a type is expected");
    const std::string type(text_.substr(at_, length));
    TRY(check(type, wanted));
    at_ += length;
    return any(type, depth + 1);
  }

  Result<Value> number(std::string_view wanted) {
    const std::size_t begin = at_;
    while (is_letter(here()) || is_digit(here()) || here() == '.' || here() == '-' || here() == '+')
      ++at_;
    std::string_view digits = text_.substr(begin, at_ - begin);
    const std::string_view spelled = digits;
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    auto wrong = [&](std::string_view what) {
      at_ = begin;
      return fault(format("'{}' {}", spelled, what));
    };
    auto whole = magnitude(digits);
    const bool is_double = wanted.empty() ? !whole : wanted == "d";
    if (is_double) {
      double real = 0;
      auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), real);
      if (code != std::errc() || end != digits.data() + digits.size())
        return wrong("is not a number");
      return Value{"d", negative ? -real : real};
    }
    const std::string type = wanted.empty() ? "i" : std::string(wanted);
    constexpr std::string_view kIntegers = "ynqiuxt";
    if (type.size() != 1 || kIntegers.find(type) == kIntegers.npos) {
      at_ = begin;
      return fault(format("a value of type {} is expected, not a number", type));
    }
    if (!whole) return wrong("is not a whole number");
    if (!fits(type[0], *whole, negative)) return wrong(format("does not fit into type {}", type));
    constexpr std::string_view kSigned = "nix";
    if (kSigned.find(type) == kSigned.npos) return Value{type, *whole};
    return Value{type, static_cast<std::int64_t>(negative ? 0 - *whole : *whole)};
  }

  // Decimal, octal with 0 or hexadecimal with 0x before it.
  static std::optional<std::uint64_t> magnitude(std::string_view digits) {
    int base = 10;
    if (digits.starts_with("0x") || digits.starts_with("0X")) {
      base = 16;
      digits.remove_prefix(2);
    } else if (digits.size() > 1 && digits.starts_with('0')) {
      base = 8;
    }
    std::uint64_t value = 0;
    auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
  }

  Result<Value> text(std::string_view wanted) {
    if (wanted != "" && wanted != "s" && wanted != "o" && wanted != "g")
      return fault(format("a value of type {} is expected, not a text", wanted));
    auto content = TRY(quoted());
    return Value{wanted.empty() ? "s" : std::string(wanted), std::move(content)};
  }

  Result<std::string> quoted() {
    const char quote = text_[at_++];
    std::string content;
    while (here() != quote || at_ == text_.size()) {
      if (at_ == text_.size()) return fault("the text does not end");
      const char c = text_[at_++];
      if (c != '\\') {
        content += c;
        continue;
      }
      auto escaped = TRY(escape());
      content += escaped;
    }
    ++at_;
    return content;
  }

  Result<std::string> escape() {
    constexpr std::pair<char, char> kControls[] = {
        {'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};
    if (at_ == text_.size()) return fault("the text does not end");
    const char c = text_[at_++];
    if (c == 'u' || c == 'U') {
      const std::size_t length = c == 'u' ? 4 : 8;
      const std::string_view digits = text_.substr(at_, length);
      std::uint32_t point = 0;
      auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), point, 16);
      auto bytes = utf8(point);
      if (digits.size() != length || end != digits.data() + length || code != std::errc() || !bytes)
        return fault("this is not the number of a character");
      at_ += length;
      return std::move(*bytes);
    }
    for (const auto& [letter, control] : kControls)
      if (c == letter) return std::string{control};
    return std::string{c};
  }

  // b'…' is an array of bytes with a NUL at its end.
  Result<Value> byte_string(std::string_view wanted) {
    TRY(check("ay", wanted));
    auto content = TRY(quoted());
    std::vector<std::uint8_t> bytes(content.begin(), content.end());
    bytes.push_back(0);
    return bytes_value(bytes);
  }

  Result<Value> array(std::string_view wanted, int depth) {
    if (!wanted.empty() && wanted[0] != 'a')
      return fault(format("a value of type {} is expected, not an array", wanted));
    const std::size_t begin = at_;
    if (!wanted.empty()) return array_of(wanted.substr(1), depth);
    // Whatever type one of the elements has must do for all: [1, uint64 2], [1, 2.5].
    std::vector<std::string> types = TRY(types_of_elements(depth));
    if (types.empty()) {
      at_ = begin;
      return fault("an empty array needs its type: '@as []'");
    }
    const std::size_t end = at_;
    for (const std::string& type : types) {
      at_ = begin;
      auto made = array_of(type, depth);
      if (made) return made;
    }
    at_ = end;
    return fault("the array's elements have different types");
  }

  // The types that the elements have by themselves; leaves us behind the array.
  Result<std::vector<std::string>> types_of_elements(int depth) {
    std::vector<std::string> types;
    ++at_;
    while (!take(']')) {
      if (!types.empty() && !take(',')) return fault("',' or ']' is expected");
      auto element = TRY(any("", depth + 1));
      types.push_back(std::move(element.type));
    }
    return types;
  }

  Result<Value> array_of(std::string_view type, int depth) {
    Values elements;
    ++at_;
    while (!take(']')) {
      if (!elements.empty() && !take(',')) return fault("',' or ']' is expected");
      auto element = TRY(any(type, depth + 1));
      elements.push_back(std::move(element));
    }
    return array_value(type, std::move(elements));
  }

  Result<Value> structure(std::string_view wanted, int depth) {
    if (!wanted.empty() && wanted[0] != '(')
      return fault(format("a value of type {} is expected, not a tuple", wanted));
    std::string_view rest = wanted.empty() ? wanted : wanted.substr(1, wanted.size() - 2);
    Values members;
    ++at_;
    while (!take(')')) {
      // A tuple of one has a comma behind it.
      if (!members.empty() && !take(',')) return fault("',' or ')' is expected");
      if (!members.empty() && take(')')) break;
      if (!wanted.empty() && rest.empty()) return fault("the tuple has too many members");
      const std::string_view type = rest.substr(0, complete_type(rest));
      auto member = TRY(any(type, depth + 1));
      members.push_back(std::move(member));
      rest.remove_prefix(type.size());
    }
    if (members.empty() || !rest.empty()) return fault("the tuple has too few members");
    return struct_value(std::move(members));
  }

  Result<Value> variant(std::string_view wanted, int depth) {
    TRY(check("v", wanted));
    ++at_;
    auto inside = TRY(any("", depth + 1));
    if (!take('>')) return fault("'>' is expected");
    return variant_value(std::move(inside));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Value> parse_value(std::string_view text) {
  if (text.find('\0') != text.npos) return Error::refused("the text has a NUL");
  return Parser(text).whole();
}

}  // namespace hull::cgroup
