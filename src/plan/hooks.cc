// SPDX-License-Identifier: Apache-2.0
#include "plan/hooks.h"

#include "plan/annotations.h"
#include "spec/annotations.h"

namespace hull::plan {

Result<HookPaths> plan_hook_paths(const std::map<std::string, std::string>& annotations) {
  HookPaths paths;
  paths.output = TRY(annotated_path(annotations, spec::annotations::kHooksStdout));
  paths.errors = TRY(annotated_path(annotations, spec::annotations::kHooksStderr));
  return paths;
}

}  // namespace hull::plan
