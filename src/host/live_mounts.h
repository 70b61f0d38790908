// SPDX-License-Identifier: Apache-2.0
// `mounts`: sends a process into a container that lives, to change what is mounted there, and plays
// the host's side of the protocol (wire/protocol.h). Host side.
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "sys/proc.h"
#include "sys/process.h"
#include "wire/inheritance.h"

namespace hull::host {

/// What it takes. Borrowed for the call.
struct LiveMounts {
  /// Only its namespaces, mounts and what confines the container are looked at.
  const plan::Plan& plan;
  const sys::Proc& proc;
  /// The container's init, alive.
  const sys::Process& init;
};

/// The child's side: inside::add_mounts or inside::remove_mounts, handed in by life/.
using Changer = void (*)(const plan::Plan& plan, wire::Inheritance inheritance);

/// All of it or nothing; nothing is seen in the host's mount namespace. Sources are opened with the
/// caller's rights, and for a container in a user namespace with their flags locked, as at create.
/// Fails with what either side was doing, or with how the child ended.
Result<void> change_mounts(const LiveMounts& live, Changer inside);

}  // namespace hull::host
