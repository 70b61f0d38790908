// SPDX-License-Identifier: Apache-2.0
// Standard streams that are devices of the host's. Inside, after the pivot.
#pragma once

#include <sys/stat.h>

#include "base/result.h"
#include "sys/proc.h"

namespace hull::inside {

/// Whether it is a device that all containers and the host share, by its number: memory (null(4),
/// random(4), mem(4); major 1) or the controlling terminal (tty(4), 5:0).
bool is_shared_device(const struct stat& st);

/// A device on standard input, output or error is the node that the caller opened: who may change
/// its owner and mode would do so for the whole host. Each that is a memory device becomes the
/// container's own node of it, by its name below /dev and after a look at what stands there, or a
/// node of a file system that nobody else has; opened for the same. In a user namespace that has
/// neither, it stays: its owner is not in there, or the host has seen to it (host/streams.h).
/// `proc` is a procfs that shows us; root is the container's, ids those of its root. Fails when a
/// node that can be changed has nothing to take its place.
Result<void> take_own_devices(const sys::Proc& proc);

}  // namespace hull::inside
