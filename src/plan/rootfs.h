// SPDX-License-Identifier: Apache-2.0
// The root filesystem, and the paths that are masked or made read-only in it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Without a mount namespace there is only chroot(2): all that would change mounts is refused by
/// its pointer. In a joined one mounts are made below the rootfs where it stands, but pivot_root(2)
/// would move the root of every process in it: so what asks for a root mount of its own is refused.
Result<Rootfs> plan_rootfs(const Request& request, const Namespaces& namespaces);

/// /linux/maskedPaths or /linux/readonlyPaths as clean absolute paths; `pointer` names which.
Result<std::vector<std::string>> plan_paths(const std::vector<std::string>& asked,
                                            std::string_view pointer);

}  // namespace hull::plan
