// SPDX-License-Identifier: Apache-2.0
// A cgroup's directory in one hierarchy, and what is below it. Paths are relative to the root
// descriptor, as directory_of() makes them. Host side.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cgroup/wait.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// Whether there is a cgroup `directory`.
Result<bool> exists(sys::FdRef root, const std::string& directory);

/// Calls `visit` with the descriptor, borrowed, of `directory` and of every cgroup below it, the
/// outer ones first; stops at its first failure. What is gone is passed over. Holds one descriptor
/// and makes no paths, for a container nests cgroups as deep as it likes: beyond PATH_MAX, the
/// limit of descriptors and what a stack has room for.
Result<void> for_each(sys::FdRef root, const std::string& directory,
                      const std::function<Result<void>(sys::FdRef cgroup)>& visit);

/// The processes in `directory` and below it, ascending, each once, as pids of our pid namespace (0
/// for those that it has none for). None when it is gone.
Result<std::vector<pid_t>> processes_in(sys::FdRef root, const std::string& directory);

/// "12, 13, 14 and 7 more": the first few of `processes`, for messages.
std::string enumerate(const std::vector<pid_t>& processes);

/// Removes `directory` and all below it. Where the kernel answers that processes are still in
/// there, waits for their end until `deadline`, then fails with who they are. What is gone is fine.
Result<void> remove_with_children(sys::FdRef root, const std::string& directory,
                                  const Deadline& deadline);

}  // namespace hull::cgroup
