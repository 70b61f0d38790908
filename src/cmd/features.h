// SPDX-License-Identifier: Apache-2.0
// What hull supports today, as features.md of the runtime-spec has it.
#pragma once

#include "spec/features.h"

namespace hull::cmd {

/// Made from the tables that do the work, whatever the host offers; only the capabilities end with
/// the last one that the running kernel knows.
spec::Features features();

}  // namespace hull::cmd
