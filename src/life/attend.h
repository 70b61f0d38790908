// SPDX-License-Identifier: Apache-2.0
// Staying with a container that our caller waits for: the second half of run and of restore. Host
// side.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "host/console.h"
#include "life/context.h"
#include "life/create.h"
#include "life/supervise.h"

namespace hull::life {

/// Relays the terminal's master of `created`, if it has one.
Result<std::optional<host::Relay>> relay_of(Created& created);

/// Waits for the end of `created`, our child, as supervise() does, and gives its exit status (128 +
/// N when signal N ended it). An end by the OOM killer is logged; `attempt` is "run 'web'".
Result<int> attend(Context& context, std::string_view attempt, Created& created,
                   const Signals& signals, std::optional<host::Relay> relay,
                   std::optional<Watch> more = std::nullopt);

}  // namespace hull::life
