// SPDX-License-Identifier: Apache-2.0
#include "cgroup/convert.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace hull::cgroup {

// What runc 1.5.1 (opencontainers/cgroups) and crun 1.29.1 come to: both take 10 to the power of
// (l*l + 125*l)/612 - 7/34, l being log2(shares), and round up.
TEST_CASE("cpu shares become the weights that managers know from the other runtimes") {
  struct Row {
    std::uint64_t shares;
    std::uint64_t weight;
  };
  for (const Row& row : std::initializer_list<Row>{
           {2, 1},         {3, 2},         {4, 2},          {10, 4},        {20, 6},
           {50, 10},       {100, 17},      {102, 17},       {128, 21},      {204, 29},
           {256, 35},      {500, 58},      {512, 59},       {1000, 99},     {1023, 100},
           {1024, 100},    {1025, 101},    {2000, 170},     {2048, 174},    {4096, 303},
           {8192, 532},    {10000, 627},   {16384, 942},    {65536, 3023},  {100000, 4340},
           {131072, 5478}, {200000, 7899}, {262143, 10000}, {262144, 10000}}) {
    INFO(row.shares);
    CHECK(cpu_weight(row.shares) == row.weight);
  }
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
  // 1 + (weight - 10) * 9999 / 990 in whole numbers, as runc 1.5.1 and crun 1.29.1 have it.
  CHECK(io_weight(10) == 1);
  CHECK(io_weight(11) == 11);
  CHECK(io_weight(100) == 910);
  CHECK(io_weight(300) == 2930);
  CHECK(io_weight(500) == 4950);
  CHECK(io_weight(999) == 9989);
  CHECK(io_weight(1000) == 10000);
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
