// SPDX-License-Identifier: Apache-2.0
#include "base/number_set.h"

#include <doctest/doctest.h>

namespace hull {
namespace {

std::string outcome(std::string_view list) {
  auto set = parse_number_set(list);
  return set ? "=" + describe(*set) : set.error().message();
}

TEST_CASE("a list of numbers and ranges is a set") {
  CHECK(outcome("0-3,7") == "=0-3,7");
  CHECK(outcome("7,0") == "=0,7");
  CHECK(outcome("1,2,2-4,3") == "=1-4");
  CHECK(outcome(" 0 - 1 , 5") == "=0-1,5");
  CHECK(outcome("") == "=");
  CHECK(outcome(" ") == "=");
}

TEST_CASE("the words are the kernel's: number n is bit n % 64 of word n / 64") {
  CHECK(*parse_number_set("0-3,7") == NumberSet{0x8f});
  CHECK(*parse_number_set("63-64") == NumberSet{1UL << 63, 1});
  CHECK(*parse_number_set("") == NumberSet{});
}

TEST_CASE("a set holds more than the 1024 numbers of a cpu_set_t") {
  CHECK(outcome("1023-1025,8191") == "=1023-1025,8191");
  CHECK(parse_number_set("8191")->size() == 128);
  CHECK(outcome("0-32767") == "=0-32767");
}

TEST_CASE("what is no list is refused with the part that is wrong") {
  CHECK(outcome("0,,1") == "'' is neither a number nor a range as '0-3'");
  CHECK(outcome("0,") == "'' is neither a number nor a range as '0-3'");
  CHECK(outcome("1-") == "'1-' is neither a number nor a range as '0-3'");
  CHECK(outcome("-1") == "'-1' is neither a number nor a range as '0-3'");
  CHECK(outcome("0-1-2") == "'0-1-2' is neither a number nor a range as '0-3'");
  CHECK(outcome("0x1") == "'0x1' is neither a number nor a range as '0-3'");
  CHECK(outcome("0-3,3-1") == "'3-1' ends before it begins");
  CHECK(outcome("32768") == "'32768' goes beyond 32767");
  CHECK(outcome("0-99999999999") == "'0-99999999999' goes beyond 32767");
}

}  // namespace
}  // namespace hull
