// SPDX-License-Identifier: Apache-2.0
// What a mount of type "cgroup" or "cgroup2" becomes on this host. Pure.
#pragma once

#include <vector>

#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Appends to `mounts` what shows the container its cgroups at `asked.destination`, with the
/// attributes and propagation of `asked`.
///
/// On v2 with a cgroup namespace of its own: a bind of its cgroup. Without one: a bind of the
/// host's mount, since mounting a fresh cgroup2 there waits for an RCU grace period. Where that
/// cgroup is not known to us (a joined cgroup namespace, or cgroups disabled) the kernel is asked
/// for a cgroup2, whose root is the namespace's. On v1 and hybrid: a tmpfs with a bind for each
/// leg, and links for joint controllers; with cgroups disabled the host's tree.
void plan_cgroup_mount(const Request& request, const Namespaces& namespaces, Mount asked,
                       std::vector<Mount>& mounts);

}  // namespace hull::plan
