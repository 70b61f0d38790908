// SPDX-License-Identifier: Apache-2.0
// prestart, createRuntime, poststart and poststop hooks. Host side, host namespaces; the working
// directory is the caller's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/config.h"

namespace hull::host {

/// Runs one hook with `state` on standard input. Its environment is exactly `env` when that is
/// given, else ours: vendors' hooks rely on PATH. Fails as wire::run_hook says.
Result<void> run_hook(std::string_view kind, std::size_t index, const spec::Hook& hook,
                      const std::string& state);

/// Runs all in their order, up to the first failure.
Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state);

}  // namespace hull::host
