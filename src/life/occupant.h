// SPDX-License-Identifier: Apache-2.0
// Whether a new container can have the cgroup it wants, and who is in its way if not: two
// containers in one cgroup pause, kill and delete each other. Host side; changes nothing.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/location.h"
#include "life/context.h"
#include "sys/proc.h"

namespace hull::life {

/// cgroup::locate(), whose refusal gets holder() for a hint. Refuses also the cgroup of a container
/// of this state root that has ended but is not deleted: deleting it would take the cgroup away.
Result<cgroup::Location> locate_free(const Context& context, const sys::Proc& proc,
                                     sys::FdRef cgroup_root, const cgroup::Layout& layout,
                                     const std::string& path);

/// Who has the cgroup `path`, one below it or one above: "it is the cgroup of container 'web'", for
/// a container of this state root; else the commands of the first few processes in it: "4711 is
/// 'sleep'". Empty when it cannot be told.
std::string holder(const Context& context, const sys::Proc& proc, sys::FdRef cgroup_root,
                   const cgroup::Layout& layout, const std::string& path);

}  // namespace hull::life
