// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <doctest/doctest.h>

namespace hull {

TEST_CASE("a number is the whole text or nothing") {
  CHECK(parse_int("-12") == -12);
  CHECK(parse_uint("18446744073709551615") == 18446744073709551615ULL);
  for (const char* bad : {"", " 1", "1 ", "+1", "1x", "0x1", "18446744073709551616"})
    CHECK_FALSE(parse_uint(bad));
  CHECK_FALSE(parse_uint("-1"));
  CHECK(parse_octal("0755") == 0755);
  CHECK_FALSE(parse_octal("08"));
}

TEST_CASE("splitting keeps empty pieces") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("trimming removes line ends and blanks from both sides") {
  CHECK(trim(" \ta b\n") == "a b");
  CHECK(trim(" \n") == "");
}

TEST_CASE("the nearest name is found for a slip, not for a stranger") {
  std::vector<std::string> names = {"rootfsPropagation", "readonlyPaths", "mounts"};
  CHECK(nearest("rootPropagation", names) == "rootfsPropagation");
  CHECK(nearest("Mount", names) == "mounts");
  CHECK_FALSE(nearest("vendorExtension", names));
}

}  // namespace hull
