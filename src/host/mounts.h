// SPDX-License-Identifier: Apache-2.0
// Opens each source as a detached tree while host paths still mean something. Nothing is mounted in
// the host's mount namespace. Host side.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/clone.h"
#include "sys/proc.h"
#include "wire/source.h"

namespace hull::host {

/// Opens the rootfs, every bind source, the devices to bind and the null device, with their
/// attributes, id maps and propagation set, so that they need only be attached. For containers
/// without a user namespace; before the clone. Fails with the mount's JSON pointer.
Result<wire::Sources> open_sources(const plan::Plan& plan, const sys::Proc& proc);

/// The same for a container in a user namespace: a process with the host's ids enters the mount
/// namespace of `init`, opens the sources there and sends them through `link`. Opened here they
/// would lack the kernel's locks, and the container's root could clear read-only, nodev and nosuid.
/// The rootfs is also attached, for init may not reach its path.
Result<void> send_sources(const plan::Plan& plan, const sys::Proc& proc, const sys::Process& init,
                          wire::Link& link);

}  // namespace hull::host
