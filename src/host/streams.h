// SPDX-License-Identifier: Apache-2.0
// Standard streams that are devices of the host's and cannot be replaced inside. Host side.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::host {

/// Puts in the place of our own standard streams, which a process of `plan` is to have, the same
/// devices behind read-only mounts, where its node could be changed through them otherwise
/// (chmod(2), chown(2): EROFS): the controlling terminal (tty(4)), which only we can open, memory
/// devices of which containers have no node, and all of them for a user namespace that has the
/// node's owner (for others inside/streams.h does it). Fails when /dev/tty is not the terminal that
/// is the stream.
Result<void> shield_streams(const plan::Plan& plan, const sys::Proc& proc);

/// `stream`, or the same memory device behind a read-only mount: for who opens nothing anew inside.
Result<sys::Fd> shielded(sys::FdRef stream, const sys::Proc& proc);

}  // namespace hull::host
