// SPDX-License-Identifier: Apache-2.0
// A device policy as an eBPF program of type BPF_PROG_TYPE_CGROUP_DEVICE, which is how cgroup v2
// decides about devices. Pure; sys/bpf.h loads and attaches it.
#pragma once

#include <linux/bpf.h>

#include <vector>

#include "cgroup/device_rules.h"

namespace hull::cgroup {

/// The program that returns 1 exactly where permits() is true. It has no loop and only jumps of a
/// few instructions forward, so that any number of exceptions can be verified.
std::vector<bpf_insn> device_program(const DevicePolicy& policy);

}  // namespace hull::cgroup
