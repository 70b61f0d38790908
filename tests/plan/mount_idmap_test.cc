// SPDX-License-Identifier: Apache-2.0
#include "plan/mount_idmap.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

// Two rows, as in a rootless user namespace.
constexpr std::string_view kMaps =
    R"("uidMappings": [{"containerID": 0, "hostID": 1000, "size": 1},
                       {"containerID": 1, "hostID": 100000, "size": 99}],
       "gidMappings": [{"containerID": 0, "hostID": 2000, "size": 100}])";

std::string idmap(std::string_view options, std::string_view more = {},
                  std::string_view namespaces = "mount user") {
  const bool maps = namespaces.find("user") != std::string_view::npos;
  return outcome("mount /v",
                 document(hull::format(R"("mounts": [{{"destination": "/v", "type": "bind",
                     "source": "/src", "options": [{}]{}}}], )",
                                       options, more) +
                          linux_section(namespaces, maps ? kMaps : std::string_view())));
}

constexpr std::string_view kOwn =
    R"(, "uidMappings": [{"containerID": 5, "hostID": 6, "size": 7}],
         "gidMappings": [{"containerID": 8, "hostID": 9, "size": 10}])";

}  // namespace

TEST_CASE("a mount's own mappings are its map, with or without the word") {
  CHECK(idmap(R"("idmap")", kOwn) ==
        "mount /v: bind /src, idmap uids 5 6 7 gids 8 9 10 [/mounts/0]\n");
  CHECK(idmap(R"("rbind")", kOwn, "mount") ==
        "mount /v: bind /src, recursive, idmap uids 5 6 7 gids 8 9 10 [/mounts/0]\n");
  CHECK(idmap(R"("rbind", "ridmap")", kOwn) ==
        "mount /v: bind /src, recursive, ridmap uids 5 6 7 gids 8 9 10 [/mounts/0]\n");
}

TEST_CASE("without a map of its own a mount takes the container's") {
  CHECK(idmap(R"("idmap")") == "mount /v: bind /src, idmap own [/mounts/0]\n");
  CHECK(idmap(R"("ridmap")", {}, "mount user=/u") ==
        "mount /v: bind /src, ridmap own [/mounts/0]\n");
  CHECK(idmap(R"("idmap")", {}, "mount") ==
        "refused: /mounts/0/options: an idmap needs uidMappings and gidMappings, or a user "
        "namespace\n");
}

TEST_CASE("both columns are needed") {
  CHECK(idmap(R"("idmap")", R"(, "uidMappings": [{"containerID": 5, "hostID": 6, "size": 7}])") ==
        "refused: /mounts/0/gidMappings: is missing or empty\n");
  CHECK(idmap(R"("idmap=uids=0-1-2")") ==
        "refused: /mounts/0/options: an idmap needs both uids= and gids=\n");
}

TEST_CASE("crun's triplets are read, several by #") {
  CHECK(idmap(R"("idmap=uids=0-1-10#10-11-10;gids=0-100-10")", {}, "mount") ==
        "mount /v: bind /src, idmap uids 0 1 10; 10 11 10 gids 0 100 10 [/mounts/0]\n");
}

TEST_CASE("a triplet after @ counts in the container's ids") {
  CHECK(idmap(R"("idmap=uids=@7-1-10;gids=@0-5-10")") ==
        "mount /v: bind /src, idmap uids 7 100000 10 gids 0 2005 10 [/mounts/0]\n");
  // Over two rows of the container's map it becomes two.
  CHECK(idmap(R"("idmap=uids=@0-0-3;gids=0-0-3")") ==
        "mount /v: bind /src, idmap uids 0 1000 1; 1 100000 2 gids 0 0 3 [/mounts/0]\n");
  CHECK(idmap(R"("idmap=uids=@0-90-20;gids=0-0-3")") ==
        "refused: /mounts/0/options: '@0-90-20' in an idmap has ids that the container's own "
        "mappings lack\n");
}

TEST_CASE("what is no triplet is refused") {
  for (const char* text :
       {"0-1", "0-1-2-3", "a-1-2", "0--1-2", "", "0-1-4294967296", "0-1-0", "1-0-4294967295"}) {
    INFO(text);
    CHECK(idmap(hull::format(R"("idmap=uids={};gids=0-1-2")", text)) ==
          hull::format(
              "refused: /mounts/0/options: '{}' in an idmap is no range of ids such as 0-1000-1\n",
              text));
  }
  CHECK(idmap(R"("idmap=pids=0-1-2")") ==
        "refused: /mounts/0/options: 'pids=0-1-2' in an idmap is neither uids= nor gids=\n");
}

TEST_CASE("two maps at once, or a map of anything but a bind, are refused") {
  CHECK(idmap(R"("idmap=uids=0-1-2;gids=0-1-2")", kOwn) ==
        "refused: /mounts/0/options: an idmap with ids, beside uidMappings\n");
  CHECK(outcome("mount", document(R"("mounts": [{"destination": "/t", "type": "tmpfs",
                                     "options": ["idmap"]}], )" +
                                  linux_section("mount user", kMaps))) ==
        "refused: /mounts/0: only a bind can have an id mapping\n");
}

}  // namespace hull::plan
