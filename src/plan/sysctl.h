// SPDX-License-Identifier: Apache-2.0
// Which kernel parameters a container may set: those of namespaces that are its own. Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// config-linux.md, "Sysctl". Keys are read as sysctl(8) does: the first of '.' and '/' in the key
/// is the separator, the other then stands for '.' inside a name
/// ("net.ipv4.conf.eth0/1.forwarding"). A key is refused when no namespace of the container owns
/// it, so the host's can't be set.
Result<std::vector<Sysctl>> plan_sysctls(const Request& request, const Namespaces& namespaces);

}  // namespace hull::plan
