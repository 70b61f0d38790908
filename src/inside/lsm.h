// SPDX-License-Identifier: Apache-2.0
// Tells the security modules what we are to become. Inside; by the host's /proc, which nothing of
// the image can stand in for.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/proc.h"

namespace hull::inside {

/// The labels that our next execve(2) takes on: attr/apparmor/exec and attr/exec of proc(5). What
/// we fork inherits them (the kernel's apparmor_task_alloc() and selinux_cred_prepare() copy them),
/// so that startContainer hooks are confined as the process is. Fails with the pointer and the
/// label when the kernel does not take it.
///
/// To be called before no_new_privs, with which a confined hull could no longer stack a profile,
/// and before the container's seccomp filter, which may know no write(2) of ours.
Result<void> set_exec_labels(const sys::Proc& proc, const plan::Labels& labels);

/// SELinux's context for the keys that we make from now on; "" ends it.
Result<void> set_key_label(const sys::Proc& proc, const std::string& label);

}  // namespace hull::inside
