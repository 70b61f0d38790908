// SPDX-License-Identifier: Apache-2.0
// What of a container is not in the images of a checkpoint, since it lies outside: the other ends
// of its standard streams, namespaces that it has joined, what its binds show. A checkpoint says
// what that is, and a restore what it is now. Host side, host namespaces.
#pragma once

#include <vector>

#include "base/result.h"
#include "criu/rpc.h"
#include "life/container.h"
#include "life/images.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::life {

/// Adds to `options` what a dump of the live `container`, of `plan`, leaves out, and writes down
/// what its streams are: descriptors.json, runc's file.
Result<void> leave_outside(criu::Options& options, const Container& container,
                           const plan::Plan& plan, const Images& images);

/// Adds to `options` what is outside of a container of `plan` that is restored; our streams are to
/// be its. Gives the descriptors that CRIU's process must have; they are open as long as the
/// result. Mount points that the root file system lacks are made: CRIU makes none.
Result<std::vector<sys::Fd>> give_outside(criu::Options& options, const plan::Plan& plan,
                                          const Images& images, const sys::Proc& proc);

}  // namespace hull::life
