// SPDX-License-Identifier: Apache-2.0
#include "cgroup/convert.h"

#include <doctest/doctest.h>

namespace hull::cgroup {

TEST_CASE("cpu shares become weights that meet at both ends and at the default") {
  CHECK(cpu_weight(2) == 1);
  CHECK(cpu_weight(1024) == 100);
  CHECK(cpu_weight(262144) == 10000);
}

TEST_CASE("more cpu shares never give less weight") {
  for (std::uint64_t shares = 2, last = 0; shares <= 262144; shares += 7) {
    CHECK(cpu_weight(shares) >= last);
    last = cpu_weight(shares);
  }
}

TEST_CASE("cpu shares beyond the range are taken as its ends") {
  CHECK(cpu_weight(1) == 1);
  CHECK(cpu_weight(~std::uint64_t{0}) == 10000);
}

TEST_CASE("block I/O weights become I/O weights linearly") {
  CHECK(io_weight(10) == 1);
  CHECK(io_weight(1000) == 10000);
  CHECK(io_weight(500) == 4950);
}

TEST_CASE("swap is what remains of memory and swap after memory") {
  CHECK(*swap_max(100, 300) == "200");
  CHECK(*swap_max(100, 100) == "0");
  CHECK(*swap_max(100, -1) == "max");
  CHECK(*swap_max({}, -1) == "max");
}

TEST_CASE("swap that is not asked for is left alone, but for unlimited memory") {
  CHECK(*swap_max(100, {}) == std::nullopt);
  CHECK(*swap_max(100, 0) == std::nullopt);
  CHECK(*swap_max({}, {}) == std::nullopt);
  CHECK(*swap_max(-1, {}) == "max");
}

TEST_CASE("swap below memory and swap without memory are refused") {
  CHECK(swap_max(300, 100).error().message() == "100 is less than the memory limit 300");
  CHECK(swap_max({}, 100).error().message() == "needs a memory limit, as it counts both");
  CHECK(swap_max(-1, 100).error().message() == "needs a memory limit, as it counts both");
}

}  // namespace hull::cgroup
