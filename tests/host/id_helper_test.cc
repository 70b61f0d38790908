// SPDX-License-Identifier: Apache-2.0
#include "host/id_helper.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit/power.h"
#include "kit/skip.h"

namespace hull::host {
namespace {

bool is_installed() {
  auto found = find_id_helper("newuidmap");
  return found || found.error().attempts().front() != "newuidmap is not installed";
}

std::string missing(const std::vector<plan::IdRange>& ranges, std::string_view grants) {
  auto range = ungranted(ranges, grants, "ann", 1000, 1000);
  return range ? format("{}+{}", range->host, range->size) : "";
}

}  // namespace

TEST_CASE("a helper is found by its absolute path alone") {
  auto none = find_id_helper("no-such-idmap");
  REQUIRE(!none);
  CHECK(none.error().attempts().front() == "no-such-idmap is not installed");

  if (!is_installed()) return kit::skip("newuidmap (package uidmap)");
  auto found = find_id_helper("newuidmap");
  REQUIRE(found);
  CHECK(found->starts_with('/'));
  CHECK(found->ends_with("/newuidmap"));
}

TEST_CASE("what a helper says is in the failure") {
  if (!is_installed()) return kit::skip("newuidmap (package uidmap)");
  if (kit::lacks({kit::kClone3})) return;
  auto mapped = map_by_helper({.name = "newuidmap", .grants = "/etc/subuid"}, 0x7ffffff0,
                              {{0, 1, 2}, {5, 6, 7}});
  REQUIRE(!mapped);
  CHECK(mapped.error().attempts().front().ends_with("/newuidmap ended with status 1"));
  CHECK(mapped.error().message().find("2147483632") != std::string::npos);
}

TEST_CASE("the own id needs no grant, others do") {
  CHECK(missing({{0, 1000, 1}}, "") == "");
  CHECK(missing({{0, 1000, 1}, {1, 100000, 10}}, "") == "100000+10");
  CHECK(missing({{0, 1000, 2}}, "") == "1000+2");
}

TEST_CASE("a grant is by name or number, and to nobody else") {
  CHECK(missing({{0, 100000, 10}}, "ann:100000:10\n") == "");
  CHECK(missing({{0, 100000, 10}}, "1000:100000:10\n") == "");
  CHECK(missing({{0, 100000, 10}}, "anna:100000:10\n1001:100000:10\n") == "100000+10");
}

TEST_CASE("grants that meet cover a range together, in whatever order they stand") {
  CHECK(missing({{0, 100005, 10}}, "ann:100010:10\nann:100000:10\n") == "");
  CHECK(missing({{0, 100005, 10}}, "ann:100011:10\nann:100000:10\n") == "100005+10");
  CHECK(missing({{0, 4294967290, 5}}, "ann:100000:4294867296\n") == "");
}

TEST_CASE("lines that grant nothing are passed over") {
  CHECK(missing({{0, 100000, 10}}, "ann:100000\nann:x:10\nann:100000:-5\n\nann:100000:10") == "");
}

}  // namespace hull::host
