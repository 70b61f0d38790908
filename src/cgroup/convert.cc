// SPDX-License-Identifier: Apache-2.0
#include "cgroup/convert.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace hull::cgroup {

std::uint64_t cpu_weight(std::uint64_t shares) {
  constexpr std::uint64_t kMinShares = 2;
  constexpr std::uint64_t kMaxShares = 262144;
  const double l = std::log2(static_cast<double>(std::clamp(shares, kMinShares, kMaxShares)));
  const double exponent = (l * l + 125 * l) / 612 - 7.0 / 34;
  // 10^2 may come out a hair above 100; rounding up must not make 101 of it.
  const double weight = std::ceil(std::pow(10, exponent) - 1e-6);
  return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(weight), 1, 10000);
}

std::uint64_t io_weight(std::uint64_t blkio_weight) {
  return 1 + (std::clamp<std::uint64_t>(blkio_weight, 10, 1000) - 10) * 9999 / 990;
}

Result<std::optional<std::string>> swap_max(std::optional<std::int64_t> limit,
                                            std::optional<std::int64_t> swap) {
  if (swap.value_or(0) == 0) {
    if (limit.value_or(0) < 0) return std::optional<std::string>("max");
    return std::optional<std::string>();
  }
  if (*swap < 0) return std::optional<std::string>("max");
  if (limit.value_or(0) <= 0) return Error::refused("needs a memory limit, as it counts both");
  if (*swap < *limit)
    return Error::refused(format("{} is less than the memory limit {}", *swap, *limit));
  return std::optional<std::string>(std::to_string(*swap - *limit));
}

std::string limit_or_max(std::int64_t limit) {
  return limit < 0 ? "max" : std::to_string(limit);
}

}  // namespace hull::cgroup
