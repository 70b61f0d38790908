// SPDX-License-Identifier: Apache-2.0
// Gathers what planning needs to know of the host. Host side, host namespaces.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "plan/facts.h"
#include "spec/linux.h"
#include "sys/proc.h"

namespace hull::host {

/// What a process takes beside its container: without what is about cgroups and file systems. A few
/// system calls: nothing is enumerated.
Result<plan::Facts> gather_process_facts(const sys::Proc& proc);

/// Whether setgroups(2) is denied in the user namespace of `who`, a pid or "self"
/// (user_namespaces(7)). False where the kernel has no user namespaces, and for who has ended.
Result<bool> denies_setgroups(const sys::Proc& proc, std::string_view who);

/// CLONE_NEW* flags of those of `asked` whose path leads to the namespace that hull is in, by their
/// inodes, for plan::Facts. A path that leads nowhere is none: joining it says why.
std::uint64_t own_by_path(const sys::Proc& proc, const std::vector<spec::Namespace>& asked);

/// `process` with what is about those; `cgroup` is where the container's cgroup will be.
plan::Facts gather_facts(plan::Facts process, const cgroup::Location& cgroup);

}  // namespace hull::host
