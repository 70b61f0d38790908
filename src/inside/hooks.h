// SPDX-License-Identifier: Apache-2.0
// createContainer and startContainer hooks. Inside: in the container's namespaces, the former
// before the pivot (their paths are the host's), the latter after it (their paths are the
// container's).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/config.h"
#include "wire/hook.h"

namespace hull::inside {

/// Runs `hooks` in their order, `state` on standard input, with exactly their own environment, or
/// `env` where they have none. Stops at the first failure, whose message names kind, index, path,
/// how it ended and its last words. What they write goes to `files`.
Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state, const wire::HookFiles& files,
                       const std::vector<std::string>& env);

}  // namespace hull::inside
