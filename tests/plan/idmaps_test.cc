// SPDX-License-Identifier: Apache-2.0
#include "plan/idmaps.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

struct Row {
  std::uint32_t container;
  std::uint32_t host;
  std::uint32_t size;
};

std::string rows(std::initializer_list<Row> list) {
  std::string text;
  for (const Row& row : list)
    text += hull::format(R"({}{{"containerID": {}, "hostID": {}, "size": {}}})",
                         text.empty() ? "" : ", ", row.container, row.host, row.size);
  return "[" + text + "]";
}

std::string maps(std::string_view uids, std::string_view gids,
                 std::string_view namespaces = "mount user") {
  return outcome(
      "uid map|gid map",
      document(linux_section(namespaces,
                             hull::format(R"("uidMappings": {}, "gidMappings": {})", uids, gids))));
}

const std::string kOne = rows({{0, 1000, 1}});

}  // namespace

TEST_CASE("maps are written as they stand") {
  CHECK(maps(rows({{0, 1000, 1}, {1, 100000, 65536}}), rows({{0, 5, 10}})) ==
        "uid map: 0 1000 1; 1 100000 65536\n"
        "gid map: 0 5 10\n");
}

TEST_CASE("a new user namespace needs both maps") {
  CHECK(outcome("uid", document(linux_section("mount user"))) ==
        "refused: /linux/uidMappings: is missing or empty\n");
  CHECK(maps(kOne, "[]") == "refused: /linux/gidMappings: is missing or empty\n");
}

TEST_CASE("maps without a user namespace are refused") {
  CHECK(maps(kOne, kOne, "mount") ==
        "refused: /linux/uidMappings: needs a user namespace in /linux/namespaces\n");
  CHECK(maps("[]", kOne, "mount") ==
        "refused: /linux/gidMappings: needs a user namespace in /linux/namespaces\n");
}

TEST_CASE("maps that the kernel would not take are refused by row") {
  CHECK(maps(rows({{0, 0, 0}}), kOne) == "refused: /linux/uidMappings/0/size: must not be 0\n");
  CHECK(maps(kOne, rows({{0, 0, 5}, {3, 100, 5}})) ==
        "refused: /linux/gidMappings: two rows overlap in containerID\n");
  CHECK(maps(rows({{0, 100, 5}, {10, 104, 5}}), kOne) ==
        "refused: /linux/uidMappings: two rows overlap in hostID\n");
  CHECK(maps(rows({{0, 4294967295, 1}}), kOne) ==
        "refused: /linux/uidMappings/0: goes beyond the last id, 4294967294\n");
  CHECK(maps(rows({{0, 0, 4294967295}}), kOne) == "uid map: 0 0 4294967295\ngid map: 0 1000 1\n");
  std::string many;
  for (int i = 0; i < 341; ++i)
    many += hull::format(R"({}{{"containerID": {}, "hostID": {}, "size": 1}})", i == 0 ? "" : ",",
                         i, i);
  CHECK(maps("[" + many + "]", kOne) ==
        "refused: /linux/uidMappings: 341 rows, and the kernel takes 340\n");
}

TEST_CASE("root must be mapped, since it sets the container up") {
  CHECK(maps(rows({{1, 1000, 10}}), kOne) ==
        "refused: /linux/uidMappings: no row maps id 0, which sets the container up\n");
  CHECK(maps(kOne, rows({{1, 1000, 10}})) ==
        "refused: /linux/gidMappings: no row maps id 0, which sets the container up\n");
}

TEST_CASE("an id is mapped when a row has it") {
  const std::vector<IdRange> ranges = {{0, 1000, 1}, {10, 2000, 5}};
  CHECK(is_mapped(ranges, 0));
  CHECK_FALSE(is_mapped(ranges, 1));
  CHECK_FALSE(is_mapped(ranges, 9));
  CHECK(is_mapped(ranges, 14));
  CHECK_FALSE(is_mapped(ranges, 15));
  CHECK(is_mapped({}, 15));
}

TEST_CASE(
    "an id of the host's is in a user namespace when a row leads to it, or the rows are unknown") {
  const std::vector<IdRange> ranges = {{0, 1000, 1}, {1, 100000, 10}};
  CHECK(may_be_inside(ranges, 1000));
  CHECK(may_be_inside(ranges, 100009));
  CHECK(!may_be_inside(ranges, 0));
  CHECK(!may_be_inside(ranges, 100010));
  CHECK(may_be_inside({}, 0));
}

TEST_CASE("without CAP_SETGID a map of the own group alone denies setgroups") {
  Facts facts;
  facts.egid = 1000;
  const IdMaps own = {.uids = {{0, 1000, 1}}, .gids = {{0, 1000, 1}}};
  CHECK_FALSE(denies_setgroups(facts, own));
  facts.effective_capabilities = 0;
  CHECK(denies_setgroups(facts, own));
  CHECK_FALSE(denies_setgroups(facts, {.uids = own.uids, .gids = {{0, 1001, 1}}}));
  CHECK_FALSE(denies_setgroups(facts, {.uids = own.uids, .gids = {{0, 1000, 1}, {1, 100000, 9}}}));
  CHECK_FALSE(denies_setgroups(facts, {.uids = own.uids, .gids = {{0, 1000, 2}}}));
  CHECK_FALSE(denies_setgroups(facts, {}));
  facts.setgroups_denied = true;
  CHECK(denies_setgroups(facts, {}));
}

}  // namespace hull::plan
