// SPDX-License-Identifier: Apache-2.0
// `delete`: removes what `create` made. Host side. (`delete` is a word of the language, hence the
// function's name.)
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

enum class Force { No, Yes };

/// Removes a stopped container, or a created one (its init is killed), or with Force::Yes any: its
/// processes, cgroups, state directory; then runs the poststop hooks, whose failures are logged.
/// Force::Yes on an unknown id succeeds silently. Also clears what a killed hull left half made.
/// OCI runtime.md, "Delete" and "Lifecycle" 11-13.
Result<void> destroy(Context& context, const std::string& id, Force force);

}  // namespace hull::life
