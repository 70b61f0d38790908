// SPDX-License-Identifier: Apache-2.0
// The network devices that move into the container. config-linux.md, "Network Devices". Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// In the order of the names on the host. Refuses them without a network namespace of the
/// container's, and two that would have one name; what names may hold is checked by spec/rules,
/// but for "%", which may only stand in the "%d" of a template.
Result<std::vector<NetDevice>> plan_net_devices(const Request& request,
                                                const Namespaces& namespaces);

}  // namespace hull::plan
