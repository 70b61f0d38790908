// SPDX-License-Identifier: Apache-2.0
// Profiles for tests: from text, or at random; and what a profile's text says of a call, read word
// for word, by other code than that under test.
#pragma once

#include <linux/seccomp.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "plan/seccomp.h"
#include "seccomp/ruleset.h"
#include "spec/linux.h"

namespace hull::seccomp {

/// A `linux.seccomp` object that must pass every check.
spec::Seccomp profile_of(std::string_view text);

/// Its rules, and the warnings one a line, or "refused: " and why.
struct Outcome {
  Ruleset ruleset;
  std::string said;
};
Outcome resolved(const spec::Seccomp& profile);

using Random = std::mt19937_64;

/// A profile of a few rules that get in each other's way: few calls, few values, every operator.
spec::Seccomp random_profile(Random& random);

/// A call that has to do with `profile`: its calls and values and their neighbours, more often than
/// not, on the architectures it names and on others.
seccomp_data random_call(Random& random, const spec::Seccomp& profile);

/// The action for `call` by the sentences of ruleset.h, from the words of the profile.
std::uint32_t verdict(const spec::Seccomp& profile, const seccomp_data& call);

}  // namespace hull::seccomp
