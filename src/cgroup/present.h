// SPDX-License-Identifier: Apache-2.0
// What a cgroup in use has that the texts of an update are made of. Host side.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "cgroup/location.h"
#include "spec/linux.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// The values in force that share a file of v2, or a sum, with values that may be asked for alone.
/// A new cgroup has none of them.
struct Present {
  /// v2's cpu.max holds quota and period; no quota: no limit.
  std::optional<std::int64_t> quota;
  std::optional<std::uint64_t> period;
  /// v2 counts swap alone, the spec memory and swap; absent: no limit.
  std::optional<std::int64_t> memory;
};

/// Those that `resources` ask for by halves, read from the cgroup at `location` below `root`. None
/// on v1, which has a file for each.
Result<Present> read_present(sys::FdRef root, const Location& location,
                             const spec::Resources& resources);

}  // namespace hull::cgroup
