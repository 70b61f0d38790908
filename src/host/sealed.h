// SPDX-License-Identifier: Apache-2.0
// Runs us again from a copy that nobody can write to, so that a container which gets hold of our
// executable cannot overwrite it on the host (CVE-2019-5736). Host side, before anything else.
#pragma once

#include "base/result.h"

namespace hull::host {

/// Returns when our executable cannot be written through /proc/PID/exe: it is on a read-only mount,
/// as it is after this has run. Else executes us anew (same pid, arguments and descriptors that are
/// not close-on-exec) from a detached read-only clone of the mount it lies on, which costs no copy;
/// or from a sealed memfd where we may not clone mounts. Fails when neither can be had.
Result<void> run_sealed(char* const* argv, char* const* envp);

}  // namespace hull::host
