// SPDX-License-Identifier: Apache-2.0
// What this build cannot do yet. A config that asks for it is refused by name, never run without
// it. Pure.
#pragma once

#include "base/result.h"
#include "spec/config.h"

namespace hull::plan {

/// Refuses the first thing asked for that hull has no code for, by its JSON pointer. Empty strings,
/// lists and objects ask for nothing.
Result<void> refuse_unsupported(const spec::Config& config);

}  // namespace hull::plan
