// SPDX-License-Identifier: Apache-2.0
// The one thing here that depends on the processor: turning a system call into a failure.
#pragma once

#include <sys/types.h>

namespace hull::crash {

/// Makes the system call that the stopped tracee `pid` is about to enter not happen, and the tracee
/// see it fail with `error` (an errno value). False when ptrace(2) refuses.
bool refuse_call(pid_t pid, int error);

}  // namespace hull::crash
