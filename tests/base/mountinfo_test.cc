// SPDX-License-Identifier: Apache-2.0
#include "base/mountinfo.h"

#include <doctest/doctest.h>

namespace hull {

TEST_CASE("a mount is read with its optional fields, and its names are unescaped") {
  const auto mounts = parse_mountinfo(
      "21 20 0:5 /a\\011b /srv/a\\040b\\134c rw,nosuid shared:2 master:3 - ext4 /dev/sda rw\n"
      "22 21 0:6 / /x\\9 rw - tmpfs none rw,size=4k\n"
      "23 21 0:7 / / rw - tmpfs none\n");
  REQUIRE(mounts.size() == 3);
  CHECK(mounts[0].id == 21);
  CHECK(mounts[0].parent == 20);
  CHECK(mounts[0].device == "0:5");
  CHECK(mounts[0].options == "rw");
  CHECK(mounts[1].options == "rw,size=4k");
  CHECK(mounts[2].options == "");
  CHECK(mounts[0].root == "/a\tb");
  CHECK(mounts[0].point == "/srv/a b\\c");
  CHECK(mounts[0].type == "ext4");
  CHECK(mounts[1].point == "/x\\9");
}

TEST_CASE("lines that are no mounts are passed over") {
  for (std::string_view text : {"", "\n\n", "1 2 3 4", "a 2 0:1 / / rw - t s rw",
                                "1 2 0:1 / / rw -", "1 2 0:1 / / rw no dash"})
    CHECK(parse_mountinfo(text).empty());
}

}  // namespace hull
