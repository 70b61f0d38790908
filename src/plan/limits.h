// SPDX-License-Identifier: Apache-2.0
// rlimits as numbers of getrlimit(2). Pure.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// config.md, "POSIX process": "MUST generate an error for any values which cannot be mapped", and
/// for a type that is there twice. A soft limit above the hard one is refused as setrlimit(2)
/// would.
Result<std::vector<ResourceLimit>> plan_limits(const std::vector<spec::Rlimit>& asked);

/// "RLIMIT_NOFILE" for RLIMIT_NOFILE, "" for an unknown number.
std::string_view limit_name(int resource);

}  // namespace hull::plan
