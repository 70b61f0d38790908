// SPDX-License-Identifier: Apache-2.0
#include "cmd/version.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace hull::cmd {
namespace {

TEST_CASE("the version has the lines that callers of runc and crun look for") {
  std::string text = version_text();
  CHECK(text.ends_with('\n'));
  auto lines = split(trim(text), '\n');
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("hull version "));
  CHECK(lines[0].substr(13) == kVersion);
  CHECK(lines[1].starts_with("commit: "));
  CHECK(lines[2] == "spec: 1.3.0");
  for (std::string_view word : split(lines[3], ' ')) CHECK(word.starts_with('+'));
}

TEST_CASE("the commit is a whole git hash, or said to be unknown") {
  std::string_view commit = kCommit;
  if (commit == "unknown") return;
  CHECK(commit.size() == 40);
  CHECK(commit.find_first_not_of("0123456789abcdef") == std::string_view::npos);
}

}  // namespace
}  // namespace hull::cmd
