// SPDX-License-Identifier: Apache-2.0
// Which namespaces to create, which to join, in which order, and whether a stage process is needed.
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// From config-linux.md, "Namespaces" and "Offset for Time Namespace". Refuses unknown types, a
/// type named twice, and time offsets without a new time namespace.
Result<Namespaces> plan_namespaces(const Request& request);

/// Why the container has no namespace of that type (CLONE_NEW*) of its own, "" if it has: none is
/// listed, or the listed path leads to the one that hull is in. "needs a uts namespace in …".
std::string lack(const Namespaces& namespaces, int type);

/// The CLONE_NEW* flag for the spec's word ("network"), 0 for any other.
int namespace_flag(std::string_view word);

/// The spec's word for a CLONE_NEW* flag ("network"), "" for any other number.
std::string_view namespace_word(std::uint64_t type);

/// Refuses a container without a user namespace to a caller without CAP_SYS_ADMIN. One that nobody
/// asked for is not added: config-linux.md, "Namespaces", has what is not listed inherited.
Result<void> check_powers(const Facts& facts, const Namespaces& namespaces);

}  // namespace hull::plan
