// SPDX-License-Identifier: Apache-2.0
#include "base/passwd.h"

#include <doctest/doctest.h>

namespace hull {

TEST_CASE("an account is found by its uid, the first of several") {
  constexpr std::string_view kText =
      "root:x:0:0:root:/root:/bin/bash\n"
      "# no account\n"
      "short:x:7\n"
      "web:x:33:33::/var/www:/usr/sbin/nologin\n"
      "www:x:33:33::/srv:\n"
      "homeless:x:34:34:::\n";
  auto web = find_account(kText, 33);
  REQUIRE(web);
  CHECK(web->name == "web");
  CHECK(web->home == "/var/www");
  CHECK(find_account(kText, 0)->home == "/root");
  CHECK(find_account(kText, 34)->home.empty());
  CHECK_FALSE(find_account(kText, 7));
  CHECK_FALSE(find_account(kText, 3));
  CHECK_FALSE(find_account("", 0));
}

TEST_CASE("an account is found by its name, and a name is never an id") {
  constexpr std::string_view kText =
      "root:x:0:0:root:/root:/bin/bash\n"
      ":x:5:5::/:\n"
      "bad:x:4294967295:1::/:\n"
      "worse:x:-1:+1::/:\n"
      "web:x:33:34::/var/www:/bin/false\n";
  auto web = find_account(kText, "web");
  REQUIRE(web);
  CHECK(web->uid == 33);
  CHECK(web->gid == 34);
  for (std::string_view name : {"", "33", "we", "bad", "worse", "x"})
    CHECK_FALSE(find_account(kText, name));
}

TEST_CASE("the groups of a member are found, and only whole names count") {
  constexpr std::string_view kText =
      "root:x:0:\nadm:x:4:web,root\nshort:x:9\nbad:x:-1:web\nwebs:x:5:webs\ndocker:x:6:root,web\n";
  CHECK(groups_of(kText, "web") == std::vector<std::uint32_t>{4, 6});
  CHECK(groups_of(kText, "none").empty());
}

}  // namespace hull
