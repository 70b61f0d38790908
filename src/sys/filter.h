// SPDX-License-Identifier: Apache-2.0
// bpf(2), as far as a cgroup's device program needs it. Host side; needs CAP_SYS_ADMIN, or CAP_BPF
// with CAP_NET_ADMIN.
#pragma once

#include <linux/bpf.h>

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// Has the kernel verify `instructions` as a BPF_PROG_TYPE_CGROUP_DEVICE program. It lives as long
/// as the descriptor or an attachment. EINVAL or EACCES when the verifier refuses it.
Result<Fd> load_device_program(std::span<const bpf_insn> instructions);

/// Attaches `program` to the cgroup2 directory `cgroup` beside what is attached already
/// (BPF_F_ALLOW_MULTI): an access must be permitted by all of them. The kernel detaches it with the
/// cgroup.
Result<void> attach_device_program(FdRef cgroup, FdRef program);

/// The ids of the device programs attached to `cgroup` itself, not to its parents.
Result<std::vector<std::uint32_t>> attached_device_programs(FdRef cgroup);

/// Detaches the program with this id; one that is gone meanwhile is fine.
Result<void> detach_device_program(FdRef cgroup, std::uint32_t id);

}  // namespace hull::sys
