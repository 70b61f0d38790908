// SPDX-License-Identifier: Apache-2.0
#include "profiles.h"

#include <doctest/doctest.h>
#include <linux/audit.h>
#include <seccomp.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/text.h"
#include "seccomp/syscalls.h"
#include "spec/codec.h"

namespace hull::seccomp {
namespace {

template <class List>
auto one_of(Random& random, const List& list) {
  return list[random() % std::size(list)];
}

constexpr std::string_view kNames[] = {
    "read",  "write",      "socket",  "connect",  "semop",       "semget",
    "ioctl", "clone",      "clone3",  "keyctl",   "statmount",   "mseal",
    "ipc",   "socketcall", "waitpid", "execveat", "no_such_call"};
constexpr std::string_view kActions[] = {
    "SCMP_ACT_ALLOW", "SCMP_ACT_ERRNO", "SCMP_ACT_ERRNO",       "SCMP_ACT_LOG",
    "SCMP_ACT_TRACE", "SCMP_ACT_TRAP",  "SCMP_ACT_KILL_THREAD", "SCMP_ACT_KILL_PROCESS"};
constexpr std::string_view kOperators[] = {"SCMP_CMP_NE",       "SCMP_CMP_LT", "SCMP_CMP_LE",
                                           "SCMP_CMP_EQ",       "SCMP_CMP_GE", "SCMP_CMP_GT",
                                           "SCMP_CMP_MASKED_EQ"};
constexpr std::string_view kArchitectures[] = {
    "SCMP_ARCH_X86_64", "SCMP_ARCH_X86",   "SCMP_ARCH_X32",      "SCMP_ARCH_AARCH64",
    "SCMP_ARCH_ARM",    "SCMP_ARCH_S390X", "SCMP_ARCH_MIPS64N32"};
// Around the borders of halves.
constexpr std::uint64_t kValues[] = {0,           1,           2,           3,
                                     16,          0x7e020000,  0x7fffffff,  0xffffffff,
                                     0x100000000, 0x100000001, 0x200000000, ~std::uint64_t{0}};

spec::Syscall random_rule(Random& random) {
  spec::Syscall rule;
  for (std::size_t i = random() % 3 + 1; i-- > 0;) rule.names.emplace_back(one_of(random, kNames));
  rule.action = one_of(random, kActions);
  if (rule.action == "SCMP_ACT_ERRNO" && random() % 2 == 0)
    rule.errno_ret = static_cast<std::uint32_t>(random() % 4);
  if (random() % 3 == 0) return rule;
  for (std::size_t i = random() % 3 + 1; i-- > 0;)
    rule.args.push_back({.index = static_cast<std::uint32_t>(random() % 3),
                         .value = one_of(random, kValues),
                         .value_two = one_of(random, kValues),
                         .op = std::string(one_of(random, kOperators))});
  return rule;
}

// What the kernel gives a filter for one name of one architecture, by libseccomp's own words.
const Architecture& architecture_named(const std::string& name) {
  const Architecture* found = find_architecture(name);
  REQUIRE(found != nullptr);
  return *found;
}

std::set<std::string> named_architectures(const spec::Seccomp& profile) {
  std::set<std::string> named(profile.architectures.begin(), profile.architectures.end());
  named.emplace(native_architecture().name);
  return named;
}

bool test_holds(const spec::SyscallArgument& test, const seccomp_data& call, bool narrow) {
  std::uint64_t argument = call.args[test.index], value = test.value, two = test.value_two;
  if (narrow) {
    argument = static_cast<std::uint32_t>(argument);
    value = static_cast<std::uint32_t>(value);
    two = static_cast<std::uint32_t>(two);
  }
  if (test.op == "SCMP_CMP_NE") return argument != value;
  if (test.op == "SCMP_CMP_LT") return argument < value;
  if (test.op == "SCMP_CMP_LE") return argument <= value;
  if (test.op == "SCMP_CMP_EQ") return argument == value;
  if (test.op == "SCMP_CMP_GE") return argument >= value;
  if (test.op == "SCMP_CMP_GT") return argument > value;
  return (argument & value) == (two & value);
}

bool rule_holds(const spec::Syscall& rule, const seccomp_data& call, bool narrow) {
  std::multiset<std::uint32_t> indices;
  for (const spec::SyscallArgument& test : rule.args) indices.insert(test.index);
  auto does = [&](const spec::SyscallArgument& test) { return test_holds(test, call, narrow); };
  const bool alternatives =
      std::ranges::any_of(indices, [&](std::uint32_t index) { return indices.count(index) > 1; });
  return alternatives ? std::ranges::any_of(rule.args, does) : std::ranges::all_of(rule.args, does);
}

std::uint32_t action_of(const std::string& word, const std::optional<std::uint32_t>& number) {
  if (word == "SCMP_ACT_KILL_PROCESS") return SCMP_ACT_KILL_PROCESS;
  if (word == "SCMP_ACT_TRAP") return SCMP_ACT_TRAP;
  if (word == "SCMP_ACT_ERRNO") return SCMP_ACT_ERRNO(number.value_or(EPERM));
  if (word == "SCMP_ACT_TRACE") return SCMP_ACT_TRACE(number.value_or(EPERM));
  if (word == "SCMP_ACT_LOG") return SCMP_ACT_LOG;
  if (word == "SCMP_ACT_ALLOW") return SCMP_ACT_ALLOW;
  return SCMP_ACT_KILL_THREAD;
}

int strictness(std::uint32_t action) {
  constexpr std::uint32_t kStrictFirst[] = {
      SCMP_ACT_KILL_PROCESS, SCMP_ACT_KILL_THREAD, SCMP_ACT_TRAP, SCMP_ACT_ERRNO(0),
      SCMP_ACT_TRACE(0),     SCMP_ACT_LOG,         SCMP_ACT_ALLOW};
  const auto* found = std::ranges::find(kStrictFirst, action & 0xffff0000);
  return static_cast<int>(std::end(kStrictFirst) - found);
}

// How a rule speaks of the call, once for each of its names that does: of all such calls, of those
// whose tests hold, or of calls made through another one.
enum class Speaks { OfAll, OfTested, OfThrough };

std::vector<Speaks> speaks(const spec::Syscall& rule, const Architecture& architecture,
                           const seccomp_data& call) {
  std::vector<Speaks> ways;
  for (const std::string& name : rule.names) {
    const Numbers numbers = numbers_of(architecture, name);
    const auto number = static_cast<std::uint32_t>(call.nr);
    if (numbers.direct == number)
      ways.push_back(rule.args.empty() ? Speaks::OfAll : Speaks::OfTested);
    if (numbers.through && numbers.through->number == number &&
        (call.args[0] & numbers.through->mask) == numbers.through->first_argument)
      ways.push_back(Speaks::OfThrough);
  }
  return ways;
}

std::optional<std::uint32_t> highest(const spec::Seccomp& profile, const Architecture& architecture,
                                     std::uint32_t fallback) {
  std::optional<std::uint32_t> last;
  for (const spec::Syscall& rule : profile.syscalls)
    for (const std::string& name : rule.names) {
      const Numbers numbers = numbers_of(architecture, name);
      const bool denies = strictness(action_of(rule.action, rule.errno_ret)) > strictness(fallback);
      if (numbers.direct) last = std::max(last.value_or(0), *numbers.direct);
      if (numbers.through && (rule.args.empty() || denies))
        last = std::max(last.value_or(0), numbers.through->number);
    }
  return last;
}

}  // namespace

spec::Seccomp profile_of(std::string_view text) {
  auto decoded = spec::decode<spec::Seccomp>(text, "profile");
  REQUIRE_MESSAGE(decoded, decoded.error().message());
  return std::move(decoded->value);
}

Outcome resolved(const spec::Seccomp& profile) {
  Outcome outcome;
  std::vector<std::string> warnings;
  auto planned = plan::plan_seccomp(profile, warnings);
  if (!planned) return {.said = "refused: " + planned.error().message()};
  auto ruleset = resolve(*planned, warnings);
  if (!ruleset) return {.said = "refused: " + ruleset.error().message()};
  return {std::move(*ruleset), join(warnings, "\n")};
}

spec::Seccomp random_profile(Random& random) {
  spec::Seccomp profile;
  profile.default_action = one_of(random, kActions);
  if (profile.default_action == "SCMP_ACT_ERRNO" && random() % 2 == 0)
    profile.default_errno_ret = static_cast<std::uint32_t>(random() % 4);
  for (std::string_view name : kArchitectures)
    if (random() % 2 == 0) profile.architectures.emplace_back(name);
  for (std::size_t i = random() % 12; i-- > 0;) profile.syscalls.push_back(random_rule(random));
  return profile;
}

seccomp_data random_call(Random& random, const spec::Seccomp& profile) {
  const Architecture& architecture = architecture_named(std::string(
      profile.architectures.empty() || random() % 8 == 0 ? one_of(random, kArchitectures)
                                                         : one_of(random, profile.architectures)));
  seccomp_data call = {};
  call.arch = architecture.audit;
  const Numbers numbers = numbers_of(architecture, std::string(one_of(random, kNames)));
  std::uint32_t number = numbers.direct.value_or(architecture.base + random() % 500);
  if (numbers.through && random() % 2 == 0) number = numbers.through->number;
  constexpr std::uint32_t kOdd[] = {~0U, kX32Bit, kX32Bit - 1, 0x80000000, 0x7fffffff, ~0U - 1};
  if (random() % 16 == 0) number = one_of(random, kOdd);
  if (random() % 16 == 0) number += static_cast<std::uint32_t>(random() % 3) - 1;
  call.nr = static_cast<int>(number);
  for (auto& argument : call.args) {
    argument = one_of(random, kValues);
    if (random() % 4 == 0) argument += random() % 3 - 1;
    if (random() % 16 == 0) argument = random();
  }
  return call;
}

std::uint32_t verdict(const spec::Seccomp& profile, const seccomp_data& call) {
  const std::uint32_t fallback = action_of(profile.default_action, profile.default_errno_ret);
  const auto number = static_cast<std::uint32_t>(call.nr);
  const Architecture* architecture = nullptr;
  for (const std::string& name : named_architectures(profile)) {
    const Architecture& candidate = architecture_named(name);
    const bool in_x32 = number >= 0x40000000 && number < 0xffffffff;
    if (candidate.audit == call.arch &&
        (call.arch != AUDIT_ARCH_X86_64 || in_x32 == (name == "SCMP_ARCH_X32")))
      architecture = &candidate;
  }
  if (architecture == nullptr) return SCMP_ACT_KILL_PROCESS;
  const auto last = highest(profile, *architecture, fallback);
  if (last && number > *last)
    return strictness(fallback) <= strictness(SCMP_ACT_TRACE(0)) ? fallback
                                                                 : SCMP_ACT_ERRNO(ENOSYS);
  const std::string name(architecture->name);
  const bool narrow = name == "SCMP_ARCH_X86" || name == "SCMP_ARCH_X32" ||
                      name == "SCMP_ARCH_ARM" || name == "SCMP_ARCH_MIPS64N32";
  std::optional<std::uint32_t> strictest;
  auto consider = [&](std::uint32_t action) {
    if (!strictest || strictness(action) > strictness(*strictest)) strictest = action;
  };
  for (const spec::Syscall& rule : profile.syscalls) {
    const std::uint32_t action = action_of(rule.action, rule.errno_ret);
    for (Speaks way : speaks(rule, *architecture, call)) switch (way) {
        case Speaks::OfAll:
          if (action != fallback) return action;
          break;
        case Speaks::OfTested:
          if (rule_holds(rule, call, narrow)) consider(action);
          break;
        case Speaks::OfThrough:
          if (rule.args.empty() || strictness(action) > strictness(fallback)) consider(action);
          break;
      }
  }
  return strictest.value_or(fallback);
}

}  // namespace hull::seccomp
