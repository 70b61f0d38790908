// SPDX-License-Identifier: Apache-2.0
#include "sys/identity.h"

#include <doctest/doctest.h>

namespace hull::sys {

TEST_CASE("only a map of all ids onto themselves is the initial user namespace's") {
  CHECK(maps_every_id("         0          0 4294967295\n"));
  CHECK_FALSE(
      maps_every_id("         0       1000          1\n         1     100000      65536\n"));
  CHECK_FALSE(maps_every_id("         0     100000 4294867295\n"));
  CHECK_FALSE(maps_every_id(""));
}

}  // namespace hull::sys
