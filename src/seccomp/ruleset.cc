// SPDX-License-Identifier: Apache-2.0
#include "seccomp/ruleset.h"

#include <linux/audit.h>
#include <linux/seccomp.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/text.h"
#include "seccomp/syscalls.h"

namespace hull::seccomp {
namespace {

constexpr std::uint32_t kNoSuchCall = SECCOMP_RET_ERRNO | ENOSYS;

/// The kernel's order among the results of several filters: the lowest, read as signed.
std::int32_t leniency(std::uint32_t action) {
  return static_cast<std::int32_t>(action & SECCOMP_RET_ACTION_FULL);
}

bool is_stricter(std::uint32_t action, std::uint32_t other) {
  return leniency(action) < leniency(other);
}

/// A default that lets calls pass lets new ones pass too; a tracer answers for them itself.
std::uint32_t action_for_newer(std::uint32_t default_action) {
  switch (default_action & SECCOMP_RET_ACTION_FULL) {
    case SECCOMP_RET_ALLOW:
    case SECCOMP_RET_LOG:
    case SECCOMP_RET_TRACE:
    case SECCOMP_RET_USER_NOTIF:
      return default_action;
    default:
      return kNoSuchCall;
  }
}

/// Collects the clauses of one architecture, in the profile's order.
class Collector {
 public:
  Collector(const Architecture& architecture, std::uint32_t default_action)
      : default_action_(default_action) {
    rules_.architecture = &architecture;
  }

  /// Whether the architecture has a call of that name.
  bool add(const plan::SyscallRule& rule, const std::string& name) {
    const Numbers numbers = numbers_of(*rules_.architecture, name);
    if (numbers.direct) add_clause(*numbers.direct, {rule.tests, rule.action, rule.entry});
    if (numbers.through) add_through(*numbers.through, rule);
    return numbers.direct || numbers.through;
  }

  /// The clauses in the order in which they decide; `warn` is told of entries that never do.
  template <class Warn>
  ArchitectureRules finish(Warn warn) && {
    for (auto& [number, clauses] : rules_.calls) {
      auto sole = std::ranges::find_if(clauses, [&](const Clause& clause) {
        return clause.tests.empty() && clause.action != default_action_;
      });
      if (sole != clauses.end()) {
        for (const Clause& clause : clauses)
          if (clause.action != sole->action && clause.action != default_action_)
            warn(number, clause, *sole);
        clauses = {*sole};
        continue;
      }
      std::erase_if(clauses, [](const Clause& clause) { return clause.tests.empty(); });
      std::ranges::stable_sort(clauses, is_stricter, &Clause::action);
      // What lies behind the last clause that differs is the default anyway.
      while (!clauses.empty() && clauses.back().action == default_action_) clauses.pop_back();
    }
    return std::move(rules_);
  }

 private:
  void add_clause(std::uint32_t number, Clause clause) {
    rules_.calls[number].push_back(std::move(clause));
    rules_.last_known = std::max(rules_.last_known.value_or(0), number);
  }

  /// The other call hides the arguments in memory, where no filter can look: a rule that would deny
  /// some of them denies all, one that would allow some allows none.
  void add_through(const Multiplexed& through, const plan::SyscallRule& rule) {
    if (!rule.tests.empty() && !is_stricter(rule.action, default_action_)) return;
    const plan::ArgumentTest is_this = {.index = 0,
                                        .comparison = plan::Comparison::MaskedEqual,
                                        .value = through.first_argument,
                                        .mask = through.mask};
    add_clause(through.number, {{is_this}, rule.action, rule.entry});
  }

  std::uint32_t default_action_;
  ArchitectureRules rules_;
};

std::string pointer_of(std::size_t entry) {
  return format("/linux/seccomp/syscalls/{}", entry);
}

void warn_unknown(const plan::SyscallRule& rule, const std::string& name,
                  std::vector<std::string>& warnings) {
  std::string warning = format(
      "{}: '{}' is no system call of any architecture named, and is left "
      "out",
      pointer_of(rule.entry), name);
  if (auto near = nearest(name, names_of(native_architecture())))
    warning += format("; did you mean '{}'", *near);
  warnings.push_back(std::move(warning));
}

/// Names such as waitpid are other architectures', and profiles list them for all.
bool is_known_anywhere(const std::string& name) {
  return std::ranges::any_of(architectures(), [&](const Architecture& architecture) {
    const Numbers numbers = numbers_of(architecture, name);
    return numbers.direct || numbers.through;
  });
}

Result<std::vector<const Architecture*>> architectures_of(const plan::Seccomp& profile) {
  std::vector<const Architecture*> chosen = {&native_architecture()};
  for (std::size_t i = 0; i < profile.architectures.size(); ++i) {
    const Architecture* found = find_architecture(profile.architectures[i]);
    if (found == nullptr)
      return Error::refused(
          format("/linux/seccomp/architectures/{}: libseccomp {} has no table for {}", i,
                 libseccomp_version(), profile.architectures[i]));
    if (std::ranges::find(chosen, found) == chosen.end()) chosen.push_back(found);
  }
  return chosen;
}

}  // namespace

std::uint32_t foreign_action() {
  return SECCOMP_RET_KILL_PROCESS;
}

Result<Ruleset> resolve(const plan::Seccomp& profile, std::vector<std::string>& warnings) {
  auto chosen = TRY(architectures_of(profile));
  Ruleset ruleset = {.default_action = profile.default_action,
                     .newer_action = action_for_newer(profile.default_action)};
  std::vector<Collector> collectors;
  for (const Architecture* architecture : chosen)
    collectors.emplace_back(*architecture, profile.default_action);
  for (const plan::SyscallRule& rule : profile.rules)
    for (const std::string& name : rule.names) {
      bool known = false;
      for (Collector& collector : collectors) known |= collector.add(rule, name);
      if (known || is_known_anywhere(name)) continue;
      if (profile.refuse_unknown)
        return Error::refused(
            format("{}: '{}' is no system call of any architecture", pointer_of(rule.entry), name));
      warn_unknown(rule, name, warnings);
    }
  // Once for each pair of entries, not for each call and architecture.
  std::set<std::pair<std::size_t, std::size_t>> told;
  for (Collector& collector : collectors) {
    ArchitectureRules rules = std::move(collector).finish(
        [&](std::uint32_t number, const Clause& idle, const Clause& sole) {
          if (!told.emplace(idle.entry, sole.entry).second) return;
          const Architecture& architecture = *chosen[ruleset.architectures.size()];
          warnings.push_back(format(
              "{} never decides about '{}': {} has no args, and so decides "
              "about every call",
              pointer_of(idle.entry), name_of(architecture, number).value_or(format("{}", number)),
              pointer_of(sole.entry)));
        });
    ruleset.architectures.push_back(std::move(rules));
  }
  return ruleset;
}

const ArchitectureRules* rules_for(const Ruleset& ruleset, std::uint32_t audit,
                                   std::uint32_t number) {
  for (const ArchitectureRules& rules : ruleset.architectures) {
    const Architecture& architecture = *rules.architecture;
    if (architecture.audit != audit) continue;
    // x32 shares its number with x86_64, whose calls are those below the bit, and -1, a tracer's
    // word for "skip it".
    const bool is_x32 = number >= kX32Bit && number != ~std::uint32_t{0};
    if (audit == AUDIT_ARCH_X86_64 && is_x32 != (architecture.base == kX32Bit)) continue;
    return &rules;
  }
  return nullptr;
}

bool holds(const plan::ArgumentTest& test, std::uint64_t argument, bool is_wide) {
  const std::uint64_t width = is_wide ? ~std::uint64_t{0} : ~std::uint32_t{0};
  const std::uint64_t left = argument & test.mask & width;
  const std::uint64_t right = test.value & test.mask & width;
  switch (test.comparison) {
    case plan::Comparison::NotEqual:
      return left != right;
    case plan::Comparison::Less:
      return left < right;
    case plan::Comparison::LessOrEqual:
      return left <= right;
    case plan::Comparison::Equal:
    case plan::Comparison::MaskedEqual:
      return left == right;
    case plan::Comparison::GreaterOrEqual:
      return left >= right;
    case plan::Comparison::Greater:
      return left > right;
  }
  return false;
}

Verdict decide(const Ruleset& ruleset, const seccomp_data& data) {
  const auto number = static_cast<std::uint32_t>(data.nr);
  const ArchitectureRules* rules = rules_for(ruleset, data.arch, number);
  if (rules == nullptr) return {foreign_action(), Reason::Architecture};
  // With nothing named there is nothing that the profile could be older than.
  if (rules->last_known && number > *rules->last_known)
    return {ruleset.newer_action, Reason::Newer};
  auto call = rules->calls.find(number);
  if (call == rules->calls.end()) return {ruleset.default_action, Reason::Default};
  for (const Clause& clause : call->second) {
    const bool all = std::ranges::all_of(clause.tests, [&](const plan::ArgumentTest& test) {
      return holds(test, data.args[test.index], rules->architecture->is_wide());
    });
    if (all) return {clause.action, Reason::Rule, &clause};
  }
  return {ruleset.default_action, Reason::Default};
}

}  // namespace hull::seccomp
