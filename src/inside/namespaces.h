// SPDX-License-Identifier: Apache-2.0
// Entering namespaces that exist, and what could not be had from clone3. Inside.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::inside {

/// Opens the files of the namespaces to join, in the plan's order, while host paths mean something.
/// Fails with the path and what it is instead.
Result<std::vector<sys::Fd>> open_namespaces(const plan::Namespaces& namespaces);

/// Enters `opened`, but for what is not open there. With the host's credentials every namespace may
/// be entered, so the user namespace comes last; what the kernel refuses before (a rootless caller)
/// is tried again from inside it.
Result<void> join_namespaces(const plan::Namespaces& namespaces,
                             const std::vector<sys::Fd>& opened);

/// Whether the pid namespace `pids` can still be entered when we are in the container's user
/// namespace, for which `users` is what we join, not open for one that we make: it has to be
/// owned by that one. Without a user namespace it always can.
Result<bool> can_enter_later(const plan::Namespaces& namespaces, sys::FdRef pids, sys::FdRef users);

/// A time namespace with the plan's offsets, if there are any, for our children: it takes offsets
/// only while nobody is inside.
Result<void> make_time_namespace(const plan::Namespaces& namespaces, const sys::Proc& proc);

/// Enters it ourselves, by Linux 5.6 and later. Needs to be dumpable.
Result<void> enter_time_namespace(const sys::Proc& proc);

/// Takes uid and gid 0 of our user namespace, whose maps were written. From here on we are nobody
/// outside.
Result<void> become_root_of_our_namespace();

/// Host and domain name, when ours.
Result<void> name_host(const plan::Plan& plan);

}  // namespace hull::inside
