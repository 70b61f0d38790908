// SPDX-License-Identifier: Apache-2.0
// Where hooks write, by crun's annotations. Pure.
#pragma once

#include <map>
#include <string>

#include "base/result.h"

namespace hull::plan {

/// The host's files that hooks write to the end of, absolute; empty: what they write is for the
/// message about their failure.
struct HookPaths {
  std::string output;
  std::string errors;
};

/// Also for hooks that run when the plan is gone. Refuses relative paths by the annotation's
/// pointer.
Result<HookPaths> plan_hook_paths(const std::map<std::string, std::string>& annotations);

}  // namespace hull::plan
