// SPDX-License-Identifier: Apache-2.0
// From a config to a plan: every part's decision, put together. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/facts.h"
#include "plan/plan.h"
#include "spec/config.h"

namespace hull::plan {

/// A plan and what its reader should be told about the config.
struct Planned {
  Plan plan;
  std::vector<std::string> warnings;
};

/// Decides everything about a container, or refuses with the JSON pointer of the reason. `config`
/// has passed spec::check. One line per part, in the order they will happen.
Result<Planned> make_plan(const spec::Config& config, const Options& options, const Facts& facts);

/// The name of the container's session keyring, by which a further process finds it; none with
/// --no-new-keyring.
std::optional<std::string> plan_keyring(const Options& options);

}  // namespace hull::plan
