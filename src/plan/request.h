// SPDX-License-Identifier: Apache-2.0
// What every part of the planning reads, and where it leaves its warnings. Lives for one make_plan.
#pragma once

#include <string>
#include <vector>

#include "plan/facts.h"
#include "plan/plan.h"
#include "spec/config.h"

namespace hull::plan {

struct Request {
  const spec::Config& config;
  const Options& options;
  const Facts& facts;
  /// Each begins with the JSON pointer of what it is about.
  std::vector<std::string>& warnings;
};

}  // namespace hull::plan
