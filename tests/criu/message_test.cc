// SPDX-License-Identifier: Apache-2.0
#include "criu/message.h"

#include <doctest/doctest.h>

namespace hull::criu {
namespace {

std::vector<Field> fields_of(std::string_view message) {
  Reader reader(message);
  std::vector<Field> fields;
  for (;;) {
    auto field = reader.next();
    REQUIRE_MESSAGE(field, field.error().message());
    if (!*field) return fields;
    fields.push_back(**field);
  }
}

std::string fault(std::string_view message) {
  Reader reader(message);
  for (;;) {
    auto field = reader.next();
    if (!field) return field.error().message();
    if (!*field) return "";
  }
}

}  // namespace

TEST_CASE("numbers and texts have the bytes that the format gives them") {
  Writer writer;
  // The documentation's own example: field 1 with 150.
  writer.number(1, 150);
  writer.text(2, "testing");
  CHECK(writer.bytes() == std::string("\x08\x96\x01\x12\x07testing"));
}

TEST_CASE("a negative number takes ten bytes") {
  Writer writer;
  writer.number(1, -1);
  CHECK(writer.bytes() == std::string("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"));
  auto fields = fields_of(writer.bytes());
  REQUIRE(fields.size() == 1);
  CHECK(static_cast<std::int64_t>(fields[0].value) == -1);
}

TEST_CASE("what was written is read again, messages within messages too") {
  Writer within;
  within.number(300, 1);
  Writer writer;
  writer.message(23, within);
  writer.text(1, "");
  writer.number(2, 0);
  auto fields = fields_of(writer.bytes());
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].number == 23);
  auto deeper = fields_of(fields[0].bytes);
  REQUIRE(deeper.size() == 1);
  CHECK(deeper[0].number == 300);
  CHECK(deeper[0].value == 1);
  CHECK(fields[1].bytes.empty());
  CHECK(fields[2].value == 0);
}

TEST_CASE("fields of fixed size are passed over") {
  // Field 1 of 64 bits, field 2 of 32, field 3 a number.
  auto fields =
      fields_of(std::string("\x09"
                            "12345678"
                            "\x15"
                            "1234"
                            "\x18\x05"));
  REQUIRE(fields.size() == 3);
  CHECK(fields[2].number == 3);
  CHECK(fields[2].value == 5);
}

TEST_CASE("a message that breaks off, or is none, is refused") {
  CHECK(fault("\x08") == "a message breaks off");
  CHECK(fault("\x0a\x05"
              "four") == "a message breaks off");
  CHECK(fault("\x09"
              "1234") == "a message breaks off");
  CHECK(fault("\x08"
              "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01") ==
        "a number of a message has more than 64 bits");
  CHECK(fault("\x0f") == "field 1 of a message has no type");
}

}  // namespace hull::criu
