// SPDX-License-Identifier: Apache-2.0
// What linux.resources comes down to on a host's layout. Pure. The controllers are in alike.h (the
// same files in both versions), legacy.h (v1) and unified.h (v2).
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "cgroup/layout.h"
#include "cgroup/setting.h"
#include "spec/linux.h"

namespace hull::cgroup {

/// What a cgroup in use has that new texts are made of, where it was not asked for too. A new
/// cgroup has none of it.
struct Present {
  /// v2's cpu.max holds quota and period; absent: no limit.
  std::optional<std::int64_t> quota;
  /// v2 counts swap alone, the spec memory and swap; absent: no limit.
  std::optional<std::int64_t> memory;
};

/// The settings for `resources` on `layout`, in an order that the kernel accepts for a new cgroup;
/// `devices` is left out. What is unset gives none; so do the zeros that Docker writes for unset.
/// Fails with the pointer of the first value that is out of range, that the controller's hierarchy
/// cannot express, or whose controller this host lacks or has elsewhere.
Result<Settings> settings(const spec::Resources& resources, const Layout& layout,
                          const Present& present = {});

}  // namespace hull::cgroup
