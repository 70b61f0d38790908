// SPDX-License-Identifier: Apache-2.0
#include "cgroup/doors.h"

#include <doctest/doctest.h>

namespace hull::cgroup {

TEST_CASE("a cgroup below the container's is read with or without controllers") {
  auto plain = parse_sub_cgroup("probes");
  REQUIRE(plain);
  CHECK(plain->controllers.empty());
  CHECK(plain->path == "/probes");
  auto some = parse_sub_cgroup("memory,cpu:/a//b/");
  REQUIRE(some);
  CHECK(some->controllers == std::vector<std::string>{"memory", "cpu"});
  CHECK(some->path == "/a/b");
}

TEST_CASE("no spelling of a path leaves the container's cgroup") {
  for (const char* text : {"..", "/..", "../../x", "a/../..", "a/..", "memory:../.."}) {
    CAPTURE(text);
    auto below = parse_sub_cgroup(text);
    REQUIRE_FALSE(below);
    CHECK(below.error().message().starts_with("bad sub cgroup path "));
  }
  CHECK(parse_sub_cgroup("..x/y..")->path == "/..x/y..");
}

TEST_CASE("what has no path, or an empty controller, is refused") {
  for (const char* text : {"", "memory:", ":/a", "memory,:/a"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_sub_cgroup(text));
  }
}

}  // namespace hull::cgroup
