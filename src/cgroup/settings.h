// SPDX-License-Identifier: Apache-2.0
// What linux.resources comes down to on a host's layout. Pure. The controllers are in alike.h (the
// same files in both versions), legacy.h (v1) and unified.h (v2).
#pragma once

#include "base/result.h"
#include "cgroup/layout.h"
#include "cgroup/present.h"
#include "cgroup/setting.h"
#include "spec/linux.h"

namespace hull::cgroup {

/// The settings for `resources` on `layout`, in an order that the kernel accepts for a new cgroup;
/// `devices` is left out. What is unset gives none; so do the zeros that Docker writes for unset.
/// Fails with the pointer of the first value that is out of range, that the controller's hierarchy
/// cannot express, or whose controller this host lacks or has elsewhere.
Result<Settings> settings(const spec::Resources& resources, const Layout& layout,
                          const Present& present = {});

}  // namespace hull::cgroup
