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

TEST_CASE("control characters and what is no UTF-8 become visible, all else stays") {
  CHECK(visible("plain, é, 日本, 😀 and a \\x1b of its own") ==
        "plain, é, 日本, 😀 and a \\x1b of its own");
  CHECK(visible("\033[31m\a\b\n\t\x7f") == "\\x1b[31m\\x07\\x08\\x0a\\x09\\x7f");
  CHECK(visible(std::string_view("a\0b", 3)) == "a\\x00b");
  // U+0080 and U+009F are controls, U+00A0 is none.
  CHECK(visible("\xc2\x80\xc2\x9f\xc2\xa0") == "\\xc2\\x80\\xc2\\x9f\xc2\xa0");
  // A raw C1, a lone beginning, an overlong form, a surrogate, and beyond U+10FFFF.
  CHECK(visible("\x9b") == "\\x9b");
  CHECK(visible("\xe6\x97") == "\\xe6\\x97");
  CHECK(visible("\xc0\xaf") == "\\xc0\\xaf");
  CHECK(visible("\xe0\x80\xaf") == "\\xe0\\x80\\xaf");
  CHECK(visible("\xed\xa0\x80") == "\\xed\\xa0\\x80");
  CHECK(visible("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
  CHECK(visible("\xe6\x97\xa5\xe6") == "\xe6\x97\xa5\\xe6");
  CHECK(visible(visible("\033\xff")) == "\\x1b\\xff");
  CHECK(one_line("a\r\nb\tc\v") == "a  b c\\x0b");
}

TEST_CASE("the nearest name is found for a slip, not for a stranger") {
  std::vector<std::string> names = {"rootfsPropagation", "readonlyPaths", "mounts"};
  CHECK(nearest("rootPropagation", names) == "rootfsPropagation");
  CHECK(nearest("Mount", names) == "mounts");
  CHECK_FALSE(nearest("vendorExtension", names));
}

}  // namespace hull
