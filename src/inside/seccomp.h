// SPDX-License-Identifier: Apache-2.0
// Loads the container's seccomp filter. Inside, as the last but one thing before exec.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Loads `in.filter`, for good: every further system call of ours is one that the profile must let
/// pass. Needs no_new_privs, or CAP_SYS_ADMIN in our user namespace.
Result<void> load_filter(const plan::Seccomp& seccomp, const wire::Inheritance& in);

/// The same with a listener, after telling the host the number of its descriptor (7). Nothing may
/// be told afterwards.
Result<void> load_filter_with_listener(const plan::Seccomp& seccomp, wire::Inheritance& in);

}  // namespace hull::inside
