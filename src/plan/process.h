// SPDX-License-Identifier: Apache-2.0
// argv, environment, directory, user and terminal of the container's process, defaults filled in.
// Pure.
#pragma once

#include <optional>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Nothing when config.json has no process, which it may lack until `start` (config.md, "Process").
/// Of a variable that is there twice the last value stays. HOME is not looked up here: that takes
/// the container's passwd. Refuses ids that `id_maps` lack, and numbers the kernel would not take.
Result<std::optional<Process>> plan_process(const Request& request, const Namespaces& namespaces,
                                            const IdMaps& id_maps);

}  // namespace hull::plan
