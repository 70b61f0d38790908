// SPDX-License-Identifier: Apache-2.0
// What hull supports today, as features.md of the runtime-spec has it.
#pragma once

#include "life/context.h"
#include "spec/features.h"

namespace hull::cmd {

/// Made from the tables that do the work, whatever the host offers; only the capabilities end with
/// the last one that the running kernel knows. For callers of runc or crun there are the
/// annotations of that name besides hull's own.
spec::Features features(life::Compat compat = life::Compat::None);

}  // namespace hull::cmd
