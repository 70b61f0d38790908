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

/// Opens the rootfs, the devices to bind and, where the container has none of its own, the null
/// device for covers, these read-only, nosuid and noexec, before the clone unless the plan says
/// beside. Fails with the JSON pointer.
Result<wire::Sources> open_sources(const plan::Plan& plan);

/// Opens what init wants, each bind with its attributes, id map and propagation set, so that it
/// need only be attached; in a user namespace with its flags locked (host/locks.h). Lives as long
/// as the conversation.
class Supplier {
 public:
  /// Unless the plan says beside: opens here.
  Supplier(const plan::Plan& plan, const sys::Proc& proc) : plan_(plan), proc_(proc) {}
  /// Else while `init` is dumpable: a rootless caller may not open a process's namespaces
  /// afterwards.
  Result<void> open_beside(const sys::Process& init);
  /// Afterwards: a process with the host's ids enters the mount namespace of init, cuts it off from
  /// the host's, attaches the rootfs, which init may not reach, and opens the sources there. Of a
  /// container in a user namespace they would lack the kernel's locks if opened here, and its root
  /// could clear read-only, nodev and nosuid. Sends init
  /// the first ones by `link`. The process of a rootless caller has the caller's ids and enters the
  /// user namespace too, without which it has no right to the other.
  Result<void> move_beside(wire::Link& link);
  /// For one in a user namespace that lives, and sees none of our mounts any more: the same, but
  /// the sources are opened in a copy of our mount namespace for the user namespace of `init`,
  /// whose flags the kernel locks as it does for a new container.
  Result<void> move_to_copy(const sys::Process& init);
  /// Answers a Want with Trees. Fails with the mount's JSON pointer.
  Result<void> serve(const std::string& wanted, wire::Link& link);

 private:
  /// Starts the process; with `init` it takes care of the rootfs and sends the first sources there.
  Result<void> start_beside(wire::Link* init);

  const plan::Plan& plan_;
  const sys::Proc& proc_;
  /// The user namespace that the sources are for, and the mount namespace to open them in.
  sys::Fd user_;
  sys::Fd mounts_;
  wire::Link beside_;
  sys::Child process_;
};

}  // namespace hull::host
