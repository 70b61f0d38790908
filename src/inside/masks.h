// SPDX-License-Identifier: Apache-2.0
// Masked and read-only paths. Inside, after the pivot: `root` is "/".
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/open.h"
#include "wire/source.h"

namespace hull::inside {

/// Covers each masked path that exists: a file with the container's own null device, or the
/// host's (`null`) where there is none, a directory with an empty tmpfs, one for them all; each
/// read-only. Makes each read-only path that exists a
/// read-only mount of itself, with all below.
Result<void> mask_paths(const sys::Root& root, const plan::Plan& plan, wire::Source null);

}  // namespace hull::inside
