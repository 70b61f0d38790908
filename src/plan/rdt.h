// SPDX-License-Identifier: Apache-2.0
// The class of service and what is written to its schemata. config-linux.md, "IntelRdt". Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"
#include "spec/linux.h"

namespace hull::plan {

/// The schemas in the order in which the text wants them written: L3, memory bandwidth, schemata. A
/// schema of more than one line, which l3CacheSchema may be, is as many lines.
std::vector<RdtLine> schema_lines(const spec::IntelRdt& asked);

/// Without `closID` the group has the container's name. Refuses names that resctrl has
/// taken for its own; the form of the lines is checked by spec/rules.
/// Warns of the monitoring flags of older versions.
Result<std::optional<Rdt>> plan_rdt(const Request& request);

}  // namespace hull::plan
