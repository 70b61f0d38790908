// SPDX-License-Identifier: Apache-2.0
#include "cmd/size.h"

#include <doctest/doctest.h>

namespace hull::cmd {

TEST_CASE("a number of bytes has a binary unit behind it or none") {
  CHECK(parse_size("4096") == 4096);
  CHECK(parse_size("0") == 0);
  CHECK(parse_size("-1") == -1);
  CHECK(parse_size("7b") == 7);
  CHECK(parse_size("2k") == 2048);
  CHECK(parse_size("64m") == 67108864);
  CHECK(parse_size("64MB") == 67108864);
  CHECK(parse_size("64MiB") == 67108864);
  CHECK(parse_size("1G") == 1073741824);
  CHECK(parse_size("3t") == 3298534883328);
  CHECK(parse_size("1p") == 1125899906842624);
}

TEST_CASE("what is no number of bytes is not taken for one") {
  for (std::string_view text :
       {"", "m", "64x", "64mx", "64 m", "1.5g", "+1", "0x10", "-1k", "--1", "1-2", "64mib ", "1bb"})
    CHECK_MESSAGE(!parse_size(text), text);
}

TEST_CASE("a number of bytes fits into 64 bits with its unit") {
  CHECK(parse_size("8191p") == 9222246136947933184);
  CHECK_FALSE(parse_size("8192p"));
  CHECK(parse_size("9223372036854775807") == INT64_MAX);
  CHECK_FALSE(parse_size("9223372036854775808"));
}

}  // namespace hull::cmd
