// SPDX-License-Identifier: Apache-2.0
#include "cmd/regex.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

TEST_CASE("a pattern matches anywhere unless it is anchored") {
  Result<Regex> regex = Regex::compile("^(web|db)-[0-9]+$");
  REQUIRE(regex);
  CHECK(regex->matches("web-12"));
  CHECK(regex->matches("db-3"));
  CHECK_FALSE(regex->matches("web-"));
  CHECK_FALSE(regex->matches("xweb-1"));
  Result<Regex> loose = Regex::compile("eb");
  REQUIRE(loose);
  CHECK(loose->matches("web-12"));
}

TEST_CASE("a moved pattern still matches and is freed once") {
  Regex first = Regex::compile("a+").value();
  Regex second = std::move(first);
  CHECK(second.matches("caat"));
}

TEST_CASE("a faulty pattern is refused and quoted") {
  Result<Regex> regex = Regex::compile("web(");
  REQUIRE_FALSE(regex);
  CHECK(regex.error().message() == "'web(': unmatched ( or \\(");
}

}  // namespace
}  // namespace hull::cmd
