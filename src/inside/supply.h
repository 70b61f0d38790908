// SPDX-License-Identifier: Apache-2.0
// The sources of binds, had from the host when their turn has come. Inside.
#pragma once

#include <deque>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "wire/link.h"
#include "wire/source.h"

namespace hull::inside {

/// Asks the host for a run of binds at a time. Were all opened at first, the kernel would number
/// them before the file systems that come earlier in the list, and that is the order in which
/// /proc/self/mountinfo shows mounts; and what a source below the rootfs shows is known only when
/// its turn comes.
class Supply {
 public:
  Supply(const std::vector<plan::Mount>& mounts, wire::Link& link) : mounts_(mounts), link_(link) {}
  /// The source of mounts[i]; each bind once, in their order. Nothing for what is no bind.
  Result<wire::Source> take(std::size_t i);

 private:
  const std::vector<plan::Mount>& mounts_;
  wire::Link& link_;
  std::deque<wire::Source> ready_;
};

}  // namespace hull::inside
