// SPDX-License-Identifier: Apache-2.0
#include "cmd/version.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace hull::cmd {
namespace {

TEST_CASE("the version has the lines that callers of runc and crun look for") {
  std::string text = version_text(life::Compat::None, "/run/hull");
  CHECK(text.ends_with('\n'));
  auto lines = split(trim(text), '\n');
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("hull version "));
  CHECK(lines[0].substr(13) == kVersion);
  CHECK(lines[1].starts_with("commit: "));
  CHECK(lines[2] == "spec: 1.3.0");
  for (std::string_view word : split(lines[3], ' ')) CHECK(word.starts_with('+'));
}

TEST_CASE(
    "called as runc, the first line is the one that go-runc takes, and the version says whose it "
    "is") {
  auto lines = version_text(life::Compat::Runc, "/run/runc");
  CHECK(lines.starts_with("runc version " + std::string(kVersion) + "+hull\ncommit: "));
  CHECK(lines.find("\nspec: 1.3.0\n") != std::string::npos);
  CHECK(lines.find("rundir") == std::string::npos);
}

TEST_CASE("called as crun, there is the state root and the words for what is built in") {
  auto text = version_text(life::Compat::Crun, "/run/crun");
  auto lines = split(trim(text), '\n');
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "crun version " + std::string(kVersion) + "+hull");
  CHECK(lines[1].starts_with("commit: "));
  CHECK(lines[2] == "rundir: /run/crun");
  CHECK(lines[3] == "spec: 1.3.0");
  CHECK(lines[4].starts_with("+SYSTEMD +SELINUX +APPARMOR +CAP +SECCOMP"));
}

TEST_CASE("the word by which Docker finds the version stands on one line only") {
  for (life::Compat compat : {life::Compat::None, life::Compat::Runc, life::Compat::Crun}) {
    std::string text = version_text(compat, "/run/x");
    size_t first = text.find("version");
    REQUIRE(first < text.find('\n'));
    CHECK(text.find("version", first + 1) == std::string::npos);
  }
}

TEST_CASE("the commit is a whole git hash, or said to be unknown") {
  std::string_view commit = kCommit;
  if (commit == "unknown") return;
  CHECK(commit.size() == 40);
  CHECK(commit.find_first_not_of("0123456789abcdef") == std::string_view::npos);
}

}  // namespace
}  // namespace hull::cmd
