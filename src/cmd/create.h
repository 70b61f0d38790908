// SPDX-License-Identifier: Apache-2.0
// The flags that `create` and `run` share.
#pragma once

#include <vector>

#include "cmd/options.h"
#include "life/create.h"

namespace hull::cmd {

/// `to` is borrowed.
std::vector<Option> create_options(life::CreateOptions& to);

/// Adds what the environment says of socket activation (cmd/activation.h).
Result<void> add_activation(life::CreateOptions& to);

}  // namespace hull::cmd
