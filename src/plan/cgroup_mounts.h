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
/// On v2 without a cgroup namespace of its own: a bind of the host's mount, since mounting a fresh
/// cgroup2 there waits for an RCU grace period. With a new one: a bind of the container's cgroup,
/// for that namespace is unshared after the mounts. With a joined one: a cgroup2 made in it. On v1
/// and hybrid: a tmpfs with a bind for each leg, and links for joint controllers. Where the
/// container's cgroup is not known (cgroups disabled) it is the host's tree, read-only: that shows
/// more than the container's own, which is all that the config means it to change.
void plan_cgroup_mount(const Request& request, const Namespaces& namespaces, Mount asked,
                       std::vector<Mount>& mounts);

/// The host's uid that is to own the container's cgroup, when config-linux.md, "Cgroup ownership",
/// says that somebody else than root should: on v2, with a cgroup namespace of its own and a cgroup
/// mount that can be written to. Nothing otherwise.
std::optional<std::uint32_t> plan_cgroup_owner(const Request& request, const Namespaces& namespaces,
                                               const IdMaps& id_maps);

}  // namespace hull::plan
