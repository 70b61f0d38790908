// SPDX-License-Identifier: Apache-2.0
// `wait`: the end of a container that somebody else is the parent of. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"
#include "sys/process.h"

namespace hull::life {

/// Returns when the container's init has ended, with how. Fails on a stopped container with
/// "container not running", and where init was reaped by its parent on a kernel that keeps nothing
/// of it (before Linux 6.15).
Result<sys::Exit> wait(Context& context, const std::string& id);

}  // namespace hull::life
