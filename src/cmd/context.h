// SPDX-License-Identifier: Apache-2.0
// What of the process and its environment decides how a verb runs: read once, by main.
#pragma once

#include <string_view>

#include "base/log.h"
#include "base/result.h"
#include "cmd/globals.h"
#include "life/context.h"

namespace hull::cmd {

/// Who called, by argv[0], $XDG_RUNTIME_DIR and our ids.
Caller caller(std::string_view argv0);

/// What every verb is given. `log` is borrowed. Fails when the state root can't be told.
Result<life::Context> context(const Globals& globals, const Caller& caller, Log& log);

}  // namespace hull::cmd
