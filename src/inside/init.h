// SPDX-License-Identifier: Apache-2.0
// The story of a new container, told by the process that becomes it: our child, from clone3 to
// exec.
#pragma once

#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Runs in the child, right after clone3, as the only thread. Never returns: ends by exec of the
/// container's process, or reports Failed and exits.
[[noreturn]] void init(const plan::Plan& plan, wire::Inheritance inheritance) noexcept;

}  // namespace hull::inside
