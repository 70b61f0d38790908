// SPDX-License-Identifier: Apache-2.0
#include "cgroup/keyed.h"

#include <doctest/doctest.h>

namespace hull::cgroup {

TEST_CASE("a number or max, and nothing else") {
  CHECK(number_or_max("12\n") == 12);
  CHECK(number_or_max(" max\n") == kNoLimit);
  CHECK(number_or_max("18446744073709551615") == kNoLimit);
  CHECK_FALSE(number_or_max("-1"));
  CHECK_FALSE(number_or_max(""));
  CHECK_FALSE(number_or_max("12 13"));
}

TEST_CASE("names and numbers, a pair a line") {
  CHECK(flat_keyed("low 0\noom_kill 18446744073709551615\n") ==
        Numbers{{"low", 0}, {"oom_kill", kNoLimit}});
  CHECK(flat_keyed("a\nb c\nd 1 2\ne 3\n\n") == Numbers{{"e", 3}});
  CHECK(value_of("oom 1\noom_kill 2\n", "oom_kill") == 2);
  CHECK(value_of("oom 1\n", "oom") == 1);
  CHECK_FALSE(value_of("oom 1\n", "oo"));
  CHECK_FALSE(value_of("", "oom"));
}

TEST_CASE("a key, and the names and numbers of its line") {
  auto lines = nested_keyed("8:16 rbytes=1459200 wbytes=0\nmlx5_0 hca_handle=2 hca_object=max\n\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].key == "8:16");
  CHECK(lines[0].numbers == Numbers{{"rbytes", 1459200}, {"wbytes", 0}});
  CHECK(lines[1].key == "mlx5_0");
  CHECK(lines[1].numbers == Numbers{{"hca_handle", 2}, {"hca_object", kNoLimit}});
  // What a kernel writes for a device without numbers.
  CHECK(nested_keyed("8:0 \n")[0].numbers.empty());
}

}  // namespace hull::cgroup
