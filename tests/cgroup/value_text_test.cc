// SPDX-License-Identifier: Apache-2.0
#include "cgroup/value_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace hull::cgroup {
namespace {

std::string show(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return std::to_string(*number);
  if (const auto* number = std::get_if<std::uint64_t>(&value.data)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&value.data)) return format("{}", *number);
  if (const auto* text = std::get_if<std::string>(&value.data)) return "'" + *text + "'";
  std::string all;
  for (const Value& one : value.inside()) all += (all.empty() ? "" : " ") + show(one);
  return "[" + all + "]";
}

/// "TYPE VALUE", or the failure.
std::string parsed(std::string_view text) {
  auto value = parse_value(text);
  return value ? value->type + " " + show(*value) : value.error().message();
}

}  // namespace

TEST_CASE("single values have the type that GVariant gives them") {
  CHECK(parsed("true") == "b true");
  CHECK(parsed("false") == "b false");
  CHECK(parsed("15") == "i 15");
  CHECK(parsed(" -15 ") == "i -15");
  CHECK(parsed("0x1f") == "i 31");
  CHECK(parsed("017") == "i 15");
  CHECK(parsed("2.5") == "d 2.5");
  CHECK(parsed("-1e3") == "d -1000");
  CHECK(parsed("'inactive-or-failed'") == "s 'inactive-or-failed'");
  CHECK(parsed("\"it's\"") == "s 'it's'");
}

TEST_CASE("a type before a value is kept") {
  CHECK(parsed("uint64 10000000") == "t 10000000");
  CHECK(parsed("@t 5") == "t 5");
  CHECK(parsed("byte 255") == "y 255");
  CHECK(parsed("int16 -32768") == "n -32768");
  CHECK(parsed("uint16 7") == "q 7");
  CHECK(parsed("int32 7") == "i 7");
  CHECK(parsed("uint32 7") == "u 7");
  CHECK(parsed("int64 -9223372036854775808") == "x -9223372036854775808");
  CHECK(parsed("uint64 18446744073709551615") == "t 18446744073709551615");
  CHECK(parsed("double 7") == "d 7");
  CHECK(parsed("boolean true") == "b true");
  CHECK(parsed("string 'x'") == "s 'x'");
  CHECK(parsed("objectpath '/x'") == "o '/x'");
  CHECK(parsed("signature 'as'") == "g 'as'");
}

TEST_CASE("arrays agree on the type of their elements") {
  CHECK(parsed("['crio.service']") == "as ['crio.service']");
  CHECK(parsed("[ 'a' , \"b\" ]") == "as ['a' 'b']");
  CHECK(parsed("[1, uint64 2]") == "at [1 2]");
  CHECK(parsed("[1, 2.5]") == "ad [1 2.5]");
  CHECK(parsed("@as []") == "as []");
  CHECK(parsed("@ay [1, 2]") == "ay [1 2]");
  CHECK(parsed("b'hi'") == "ay [104 105 0]");
  CHECK(parsed("[[1], [2, 3]]") == "aai [[1] [2 3]]");
}

TEST_CASE("tuples and variants hold anything") {
  CHECK(parsed("('/dev/null', 'rw')") == "(ss) ['/dev/null' 'rw']");
  CHECK(parsed("(1,)") == "(i) [1]");
  CHECK(parsed("[('/dev/sda', uint64 5)]") == "a(st) [['/dev/sda' 5]]");
  CHECK(parsed("@a(st) [('/dev/sda', 5)]") == "a(st) [['/dev/sda' 5]]");
  CHECK(parsed("<uint32 5>") == "v [5]");
}

TEST_CASE("escapes stand for characters") {
  CHECK(parsed(R"('a\'b\\c\n')") == "s 'a'b\\c\n'");
  CHECK(parsed(R"('\u00e4\U0001f600')") == "s 'ä😀'");
}

TEST_CASE("what is not a value is refused with its place") {
  CHECK(parsed("") == "'' at 1: a value is expected");
  CHECK(parsed("hello") == "'hello' at 1: 'hello' is neither a value nor a type");
  CHECK(parsed("1 2") == "'1 2' at 3: nothing more is expected");
  CHECK(parsed("'x") == "''x' at 3: the text does not end");
  CHECK(parsed("'x\\") == "''x\\' at 4: the text does not end");
  CHECK(parsed("[]") == "'[]' at 1: an empty array needs its type: '@as []'");
  CHECK(parsed("[1, 'a']") == "'[1, 'a']' at 9: the array's elements have different types");
  CHECK(parsed("[1 2]") == "'[1 2]' at 4: ',' or ']' is expected");
  CHECK(parsed("()") == "'()' at 3: the tuple has too few members");
  CHECK(parsed("@(ss) ('a', 'b', 'c')") ==
        "'@(ss) ('a', 'b', 'c')' at 18: the tuple has too many members");
  CHECK(parsed("3000000000") == "'3000000000' at 1: '3000000000' does not fit into type i");
  CHECK(parsed("uint32 -1") == "'uint32 -1' at 8: '-1' does not fit into type u");
  CHECK(parsed("byte 256") == "'byte 256' at 6: '256' does not fit into type y");
  CHECK(parsed("uint64 'x'") == "'uint64 'x'' at 8: a value of type t is expected, not a text");
  CHECK(parsed("string 5") == "'string 5' at 8: a value of type s is expected, not a number");
  CHECK(parsed("1x") == "'1x' at 1: '1x' is not a number");
  CHECK(parsed("@zz 1") == "'@zz 1' at 2: a type is expected");
  CHECK(parsed("{'a': 1}") == "'{'a': 1}' at 1: a value is expected");
  CHECK(parsed("'\\u0000'") == "''\\u0000'' at 4: this is not the number of a character");
  CHECK(parsed(std::string_view("'\0'", 3)) == "the text has a NUL");
  CHECK(parsed("[[[[[[[[[[1]]]]]]]]]]") ==
        "'[[[[[[[[[[1]]]]]]]]]]' at 10: the nesting is too deep");
}

}  // namespace hull::cgroup
