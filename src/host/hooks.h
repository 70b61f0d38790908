// SPDX-License-Identifier: Apache-2.0
// prestart, createRuntime, poststart and poststop hooks. Host side, host namespaces; the working
// directory is the caller's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "spec/config.h"
#include "wire/hook.h"

namespace hull::host {

/// Opens what hooks are to append to, making it if need be; none that has no path. Fails with the
/// annotation's pointer.
Result<wire::HookFiles> open_hook_files(const plan::HookPaths& paths);

/// Runs one hook with `state` on standard input. Its environment is exactly `env` when that is
/// given, else ours: vendors' hooks rely on PATH. What it writes goes to `files`. Fails as
/// wire::run_hook says.
Result<void> run_hook(std::string_view kind, std::size_t index, const spec::Hook& hook,
                      const std::string& state, const wire::HookFiles& files = {});

/// Runs all in their order, up to the first failure.
Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state, const wire::HookFiles& files = {});

}  // namespace hull::host
