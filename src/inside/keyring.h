// SPDX-License-Identifier: Apache-2.0
// The session keyring of a container. Inside, as its root and not yet in its seccomp filter.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Joins a session keyring of the container's own, if the plan names one; it belongs to our user
/// id, and has the process's SELinux context. When its owner can have no more keys the container
/// goes without, and the host is told by a Warning; where the kernel has no keys there is nothing
/// to leave.
Result<void> join_keyring(const plan::Plan& plan, wire::Inheritance& in);

}  // namespace hull::inside
