// SPDX-License-Identifier: Apache-2.0
// Masked and read-only paths. Inside, after the pivot: `root` is "/".
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/source.h"

namespace hull::inside {

/// Covers each masked path that exists: a file with the host's null device (`null`), a directory
/// with an empty read-only tmpfs, one for them all. Makes each read-only path that exists a
/// read-only mount of itself, with all below.
Result<void> mask_paths(const sys::Root& root, const plan::Plan& plan, wire::Source null);

}  // namespace hull::inside
