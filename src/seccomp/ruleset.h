// SPDX-License-Identifier: Apache-2.0
// What a profile says of every system call on every architecture: names resolved, and what decides
// where rules meet. One meaning for all who ask: the program that is loaded, and `explain`. Pure.
//
// Of the rules on one call
//   1. one without tests decides; of several, the first in the profile's order. One that repeats
//   the
//      default action says nothing, as in every peer.
//   2. Else, of those whose tests hold, the one with the strictest action decides, by the kernel's
//      own order (seccomp(2), "Return values"); of several with that action, the first.
//   3. Else the default action.
// A call with a number above every one that the profile names on its architecture is newer than the
// profile: it fails with ENOSYS, so that libraries fall back to what the profile knows, unless the
// default action lets calls pass. A call of an architecture that is not named ends the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/seccomp.h"
#include "seccomp/architectures.h"

struct seccomp_data;

namespace hull::seccomp {

/// One rule's claim on one call.
struct Clause {
  std::vector<plan::ArgumentTest> tests;
  std::uint32_t action = 0;
  /// Of /linux/seccomp/syscalls.
  std::size_t entry = 0;
};

/// The clauses on one call, in the order in which they decide. Where none holds, the default.
using Clauses = std::vector<Clause>;

struct ArchitectureRules {
  const Architecture* architecture = nullptr;
  std::map<std::uint32_t, Clauses> calls;
  /// The highest number that the profile names; nothing when it names none.
  std::optional<std::uint32_t> last_known;
};

struct Ruleset {
  std::uint32_t default_action = 0;
  /// The action for calls that are newer than the profile.
  std::uint32_t newer_action = 0;
  std::vector<ArchitectureRules> architectures;
};

/// Why an action was chosen.
enum class Reason { Rule, Default, Newer, Architecture };

struct Verdict {
  std::uint32_t action = 0;
  Reason reason = Reason::Default;
  /// With Reason::Rule: the clause.
  const Clause* clause = nullptr;
};

/// The action for calls of architectures that the profile does not name.
std::uint32_t foreign_action();

/// Resolves every name, on the machine's own architecture and those named. Refuses an architecture
/// whose table this build's libseccomp does not have. Warns of names that no architecture has, with
/// the nearest one that has, or refuses them if the profile says so; and of rules that never
/// decide.
Result<Ruleset> resolve(const plan::Seccomp& profile, std::vector<std::string>& warnings);

/// The rules on the call that the kernel shows a filter as `data`, or null for a foreign one.
const ArchitectureRules* rules_for(const Ruleset& ruleset, std::uint32_t audit,
                                   std::uint32_t number);

/// What the profile says of one call.
Verdict decide(const Ruleset& ruleset, const seccomp_data& data);

/// Whether `test` holds for `argument`.
bool holds(const plan::ArgumentTest& test, std::uint64_t argument, bool is_wide);

}  // namespace hull::seccomp
