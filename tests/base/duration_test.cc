// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <doctest/doctest.h>

namespace hull {

using namespace std::chrono_literals;

TEST_CASE("lengths of time are read as Go reads them") {
  CHECK(parse_duration("5s") == 5s);
  CHECK(parse_duration("1m30s") == 90s);
  CHECK(parse_duration("500ms") == 500ms);
  CHECK(parse_duration("1.5h") == 90min);
  CHECK(parse_duration("2h45m30.5s") == 2h + 45min + 30s + 500ms);
  CHECK(parse_duration("1us2ns") == 1002ns);
  CHECK(parse_duration("3\u00b5s") == 3us);
  CHECK(parse_duration("3\u03bcs") == 3us);
  CHECK(parse_duration(".5s") == 500ms);
  CHECK(parse_duration("5.s") == 5s);
  CHECK(parse_duration("+5s") == 5s);
  CHECK(parse_duration("-2h") == -2h);
  CHECK(parse_duration("0") == 0s);
  CHECK(parse_duration("0s") == 0s);
  CHECK(parse_duration("0.0000000019s") == 1ns);
  CHECK(parse_duration("2562047h") == 2562047h);
}

TEST_CASE("what Go does not read as a length of time is nothing") {
  for (const char* text : {"", "5", "s", ".s", "-", "5x", "5s ", " 5s", "5 s", "1m30", "1,5s",
                           "0x5s", "--5s", "5S", "9223372036854775808ns", "2562048h", "1e3s"})
    CHECK_MESSAGE(!parse_duration(text), text);
}

}  // namespace hull
