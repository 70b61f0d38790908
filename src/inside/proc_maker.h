// SPDX-License-Identifier: Apache-2.0
// A new proc file system for a pid namespace that is not ours. Inside, before the pivot or in a
// container that lives.
#pragma once

#include "base/result.h"
#include "sys/fd.h"
#include "sys/mount.h"

namespace hull::inside {

/// A proc that is to show the processes of `pid_namespace` (an nsfs file), to be configured and
/// mounted. Since Linux 6.17 the kernel takes the namespace as proc's option `pidns`; before, it
/// takes open_proc_by_helper(). Needs CAP_SYS_ADMIN over the namespace and our mount namespace.
Result<sys::Filesystem> open_proc_for(sys::FdRef pid_namespace);

/// Proc shows the pid namespace of whoever calls fsopen(2), so a process of ours has to be in there
/// to call it, and those in there can see it. It has nothing (an empty root, no descriptor but the
/// new one, namespaces of its own, CAP_SYS_ADMIN alone), may call nothing else (seccomp(2)), and is
/// traced by us from its birth, so that nobody else can.
Result<sys::Filesystem> open_proc_by_helper(sys::FdRef pid_namespace);

}  // namespace hull::inside
