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

}  // namespace hull
