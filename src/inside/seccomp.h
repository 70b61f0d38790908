// SPDX-License-Identifier: Apache-2.0
// Loads the container's seccomp filter. Inside, as the last but one thing before exec.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// The capability that loading the plan's filter takes although the process may not have it, as a
/// bit: none with no_new_privs, or without a filter (seccomp(2)).
std::uint64_t kept_for_filter(const plan::Plan& plan);

/// Loads `in.filter`, for good, and drops what kept_for_filter() gave: every further system call of
/// ours is one that the profile must let pass. Needs a plan with a process and a filter.
Result<void> load_filter(const plan::Plan& plan, const wire::Inheritance& in);

/// The same with a listener, which is given, after telling the host the number of its descriptor
/// (7). Nothing may be told afterwards.
Result<sys::Fd> load_filter_with_listener(const plan::Plan& plan, wire::Inheritance& in);

/// The same where the host knows the number (wire::Birth).
Result<sys::Fd> load_filter_with_announced_listener(const plan::Plan& plan,
                                                    const wire::Inheritance& in);

}  // namespace hull::inside
