// SPDX-License-Identifier: Apache-2.0
// The formulas between what config.json asks for, in terms of cgroup v1, and what v2's files take.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"

namespace hull::cgroup {

/// cpu.weight (1-10000) for cpu.shares (2-262144; beyond is clamped): quadratic in log2(shares), so
/// that both ends and the defaults (1024 shares, weight 100) meet. The formula of runc and crun,
/// because managers compare the result.
std::uint64_t cpu_weight(std::uint64_t shares);

/// io.weight (1-10000) for blkio.weight (10-1000), linear.
std::uint64_t io_weight(std::uint64_t blkio_weight);

/// memory.swap.max, swap alone, for the spec's swap, which counts memory too. Nothing when `swap`
/// is unset (absent or 0) and `limit` is not "unlimited"; unlimited memory leaves swap unlimited.
/// Fails when `swap` is less than `limit`, or `limit` is unknown; the reason names no field.
Result<std::optional<std::string>> swap_max(std::optional<std::int64_t> limit,
                                            std::optional<std::int64_t> swap);

/// A v2 limit: "max" for anything negative.
std::string limit_or_max(std::int64_t limit);

}  // namespace hull::cgroup
