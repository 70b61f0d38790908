// SPDX-License-Identifier: Apache-2.0
// Writes the id maps of a new user namespace. Host side: only a process outside may map many ids.
#pragma once

#include <sys/types.h>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::host {

/// Writes uid_map and gid_map of process `pid`, which is alone in its new user namespace
/// (user_namespaces(7)) and dumpable still. Where more than our own id is mapped it takes
/// CAP_SETUID and CAP_SETGID, which newuidmap(1) and newgidmap(1) lend to callers without. Denies
/// setgroups(2) there when plan::denies_setgroups().
Result<void> write_id_maps(const sys::Proc& proc, pid_t pid, const plan::IdMaps& maps);

/// The user namespace that process `pid` is in.
Result<sys::Fd> open_user_namespace(const sys::Proc& proc, pid_t pid);

/// A user namespace with these maps and nobody inside, to show a mount's ids through.
Result<sys::Fd> make_user_namespace(const sys::Proc& proc, const plan::IdMaps& maps);

}  // namespace hull::host
