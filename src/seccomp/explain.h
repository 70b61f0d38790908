// SPDX-License-Identifier: Apache-2.0
// Why a profile says what it says of a call, for people. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "seccomp/ruleset.h"

namespace hull::seccomp {

/// One call, as a person asks for it.
struct Question {
  /// A name, or a number.
  std::string call;
  /// As many of the arguments as are known, from the first on.
  std::vector<std::uint64_t> arguments;
};

/// A line for each architecture of the profile: the call's number there, the action, and what
/// decided it. Where tests decide about arguments that are not given, a line for each rule instead,
/// in the order in which they are asked. Refuses a call that none of the architectures has.
Result<std::string> explain(const Ruleset& ruleset, const Question& question);

}  // namespace hull::seccomp
