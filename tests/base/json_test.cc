// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"

namespace hull::json {
namespace {

std::string refusal(std::string_view text) {
  Result<Document> document = Document::parse(text, "config.json");
  return document ? "(accepted)" : document.error().message();
}

/// The position of the value that `steps` lead to from the root of `text`.
std::string position(std::string_view text, const std::vector<std::size_t>& steps) {
  Document document = Document::parse(text, "x").value();
  std::vector<Cursor> cursors;
  cursors.reserve(steps.size() + 1);
  cursors.push_back(document.root());
  for (std::size_t step : steps) {
    const Cursor& parent = cursors.back();
    cursors.push_back(parent.type() == Type::Array ? parent.element(step) : parent.member(step));
  }
  Position found = document.position(cursors.back());
  return cursors.back().pointer() + " " + std::to_string(found.line) + ":" +
         std::to_string(found.column);
}

}  // namespace

TEST_CASE("a fault in the text is named with its line and column") {
  struct Fault {
    std::string_view text;
    std::string message;
  };
  const std::string deep(kDeepest + 1, '[');
  const Fault faults[] = {
      {"", "config.json:1:1: the text is empty"},
      {" \n ", "config.json:2:2: the text is empty"},
      {"{\n \"a\": 1,,\n}", "config.json:2:9: unexpected ',', expected a key in double quotes"},
      {"{\n \"a\": 1,\n}", "config.json:3:1: unexpected '}', expected a key in double quotes"},
      {"{'a': 1}", "config.json:1:2: unexpected ''', expected a key in double quotes"},
      {"{\"a\" 1}", "config.json:1:6: unexpected '1', expected ':'"},
      {"{\"a\": 1 \"b\": 2}", "config.json:1:9: unexpected '\"', expected ',' or '}'"},
      {"{\"a\": 1", "config.json:1:8: unexpected end of the text, expected ',' or '}'"},
      {"[1 2]", "config.json:1:4: unexpected '2', expected ',' or ']'"},
      {"[1,]", "config.json:1:4: unexpected ']'"},
      {"[\n  \u00e9]", "config.json:2:3: unexpected '\u00e9'"},
      {"{\"\u00e9\u00e9\": x}", "config.json:1:8: unexpected 'x'"},
      {"[tru]", "config.json:1:5: unexpected ']'"},
      {"// note\n{}", "config.json:1:1: unexpected '/'"},
      {"{} {}", "config.json:1:4: unexpected '{' after the value"},
      {"[\"a]", "config.json:1:5: unexpected end of the text in a string"},
      {"[\"a\nb\"]", "config.json:1:4: unexpected character U+000A in a string"},
      {"[\"\\x\"]", "config.json:1:3: unknown escape in a string"},
      {"[\"\\u12g4\"]", "config.json:1:3: \\u without four hexadecimal digits"},
      {"[\"\\ud800\"]", "config.json:1:3: half a surrogate pair"},
      {"[1.]", "config.json:1:4: unexpected ']', expected a digit after the decimal point"},
      {"[1e]", "config.json:1:4: unexpected ']', expected a digit of the exponent"},
      {"[1e999]", "config.json:1:2: a number that is too big"},
      {"[01]", "config.json:1:3: unexpected '1', expected ',' or ']'"},
      {"[\"a\", \"b\\u0000c\"]", "config.json:1:7: a string must not contain \\u0000"},
      {"{\"a\": 1, \"\\u0000\": 1}", "config.json:1:10: a string must not contain \\u0000"},
      {std::string_view("[\"a\0\"]", 6), "config.json:1:4: unexpected character U+0000"},
      {deep, "config.json:1:129: nested deeper than 128 levels"},
  };
  for (const Fault& fault : faults) CHECK(refusal(fault.text) == fault.message);
}

TEST_CASE("a text nested a million levels deep is refused without exhausting the stack") {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "{\"a\":[";
  CHECK(refusal(text) == "config.json:1:385: nested deeper than 128 levels");
}

TEST_CASE("nesting as deep as allowed is accepted") {
  std::string text = std::string(kDeepest, '[') + std::string(kDeepest, ']');
  CHECK(refusal(text) == "(accepted)");
}

TEST_CASE("values are given as their own type and as no other") {
  Document document =
      Document::parse(R"([null, true, "a\u00e9", -5, 18446744073709551615, {}, 1.0])", "x").value();
  Cursor root = document.root();
  REQUIRE(root.size() == 7);
  CHECK(root.type() == Type::Array);
  CHECK(root.element(0).type() == Type::Null);
  CHECK(root.element(1).boolean() == true);
  CHECK(root.element(2).string() == "a\u00e9");
  CHECK(root.element(3).int64() == -5);
  CHECK_FALSE(root.element(3).uint64());
  CHECK(root.element(4).uint64() == 18446744073709551615ULL);
  CHECK_FALSE(root.element(4).int64());
  CHECK(root.element(5).size() == 0);
  CHECK_FALSE(root.element(5).string());
  CHECK_FALSE(root.element(2).boolean());
  CHECK_FALSE(root.element(6).int64());
  CHECK_FALSE(root.element(6).is_huge());
}

TEST_CASE("whole numbers keep the full range of 64 bits on both sides") {
  Document document = Document::parse(
                          "[-9223372036854775808, 9223372036854775807, 18446744073709551616, "
                          "-9223372036854775809, 1e30]",
                          "x")
                          .value();
  Cursor root = document.root();
  CHECK(root.element(0).int64() == INT64_MIN);
  CHECK(root.element(1).int64() == INT64_MAX);
  for (std::size_t i : {2, 3, 4}) {
    CHECK_FALSE(root.element(i).int64());
    CHECK_FALSE(root.element(i).uint64());
    CHECK(root.element(i).is_huge());
  }
}

TEST_CASE("of equal keys the last counts, and each is reported once") {
  std::string many = "{";
  for (int i = 0; i < 40; ++i)
    many += "\"k" + std::to_string(i % 30) + "\":" + std::to_string(i) + ",";
  many += "\"z\":0}";
  Document document =
      Document::parse(R"({"a": {"b": 1, "c": 2, "b": 3, "b": 4}, "d": [{"e": 1, "e": 2}]})", "x")
          .value();
  CHECK(document.duplicates() == std::vector<std::string>{"/a/b", "/d/0/e"});
  Cursor root = document.root();
  Cursor a = root.member(0);
  REQUIRE(a.size() == 2);
  CHECK(a.key(0) == "c");
  CHECK(a.key(1) == "b");
  CHECK(a.member(1).int64() == 4);

  Document big = Document::parse(many, "x").value();
  CHECK(big.duplicates().size() == 10);
  Cursor all = big.root();
  REQUIRE(all.size() == 31);
  CHECK(all.key(0) == "k10");
  CHECK(all.key(20) == "k0");
  CHECK(all.member(20).int64() == 30);
}

TEST_CASE("a cursor knows its pointer, escaped as RFC 6901 asks and free of control characters") {
  Document document = Document::parse(R"({"a/b": {"m~n": [0, {"x\ny": 1}]}})", "x").value();
  Cursor root = document.root();
  Cursor a = root.member(0);
  Cursor m = a.member(0);
  Cursor element = m.element(1);
  CHECK(root.pointer() == "");
  CHECK(element.pointer() == "/a~1b/m~0n/1");
  CHECK(element.member(0).pointer() == "/a~1b/m~0n/1/x\\u000ay");
}

TEST_CASE("the position of a value is found behind strings, escapes and nested values") {
  CHECK(position("  true", {}) == " 1:3");
  CHECK(position("{\n  \"a\" : 1 ,\n  \"b\":\n   [1]}", {1}) == "/b 4:4");
  CHECK(position("{\"\u00e9\": \"\u00e9\", \"b\": 7}", {1}) == "/b 1:17");
  const char* text = "[\"a,]\\\"\", {\"x\": [1, {\"y\": \"}\"}], \"z\": -1.5},\n null,false, 12]";
  CHECK(position(text, {0}) == "/0 1:2");
  CHECK(position(text, {1}) == "/1 1:11");
  CHECK(position(text, {1, 0, 1, 0}) == "/1/x/1/y 1:27");
  CHECK(position(text, {1, 1}) == "/1/z 1:39");
  CHECK(position(text, {2}) == "/2 2:2");
  CHECK(position(text, {3}) == "/3 2:7");
  CHECK(position(text, {4}) == "/4 2:14");
  CHECK(position("{\"a\": 1,\n \"a\": 2}", {0}) == "/a 2:7");
}

TEST_CASE("a text is written on one line or indented, with empty brackets closed at once") {
  auto write = [](Indent indent) {
    Writer writer(indent);
    writer.begin_object();
    writer.key("list");
    writer.begin_array();
    writer.int64(INT64_MIN);
    writer.uint64(UINT64_MAX);
    writer.begin_object();
    writer.end_object();
    writer.end_array();
    writer.key("none");
    writer.begin_array();
    writer.end_array();
    writer.key("yes");
    writer.boolean(true);
    writer.key("nothing");
    writer.null();
    writer.end_object();
    return std::move(writer).take();
  };
  CHECK(
      write({}) ==
      R"({"list":[-9223372036854775808,18446744073709551615,{}],"none":[],"yes":true,"nothing":null})");
  CHECK(write({1, '\t'}) ==
        "{\n\t\"list\": [\n\t\t-9223372036854775808,\n\t\t18446744073709551615,\n\t\t{}\n\t],\n"
        "\t\"none\": [],\n\t\"yes\": true,\n\t\"nothing\": null\n}");
}

TEST_CASE("a text that is written has no control characters but line ends") {
  Writer writer;
  writer.string("\033[m\x7f\xc2\x9b\xc2\xa0é");
  CHECK(std::move(writer).take() == "\"\\u001b[m\\u007f\\u009b\xc2\xa0é\"");
}

TEST_CASE("what is written is read back as the same bytes") {
  std::string bytes;
  for (int c = 1; c < 256; ++c) bytes += static_cast<char>(c);
  Writer writer;
  writer.begin_object();
  writer.key(bytes);
  writer.string(bytes);
  writer.end_object();
  std::string text = std::move(writer).take();
  Document document = Document::parse(text, "x").value();
  Cursor root = document.root();
  CHECK(root.key(0) == bytes);
  CHECK(root.member(0).string() == bytes);
}

}  // namespace hull::json
