// SPDX-License-Identifier: Apache-2.0
// `state` and `list`: what is true of containers now. Host side; changes nothing.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "life/context.h"
#include "spec/state.h"

namespace hull::life {

/// The state document of one container; `owner` is left empty, as runc prints it.
/// Fails with "container does not exist" for an unknown id.
Result<spec::State> state(Context& context, const std::string& id);

/// The state of every container below the root, by id, `owner` filled with the user's name. A
/// missing root is an empty list unless `--root` named it. Containers that vanish meanwhile are
/// left out.
Result<std::vector<spec::State>> list(Context& context);

}  // namespace hull::life
