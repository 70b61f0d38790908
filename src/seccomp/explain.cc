// SPDX-License-Identifier: Apache-2.0
#include "seccomp/explain.h"

#include <linux/seccomp.h>

#include <algorithm>

#include "base/text.h"
#include "seccomp/syscalls.h"

namespace hull::seccomp {
namespace {

std::string tests_of(const Clause& clause) {
  std::string text;
  for (const plan::ArgumentTest& test : clause.tests)
    text += (text.empty() ? " if " : " and ") + plan::describe_test(test);
  return text;
}

std::string rule_of(const Clause& clause) {
  return format("/linux/seccomp/syscalls/{}", clause.entry);
}

std::string why(const Ruleset& ruleset, const ArchitectureRules& rules, const Verdict& verdict) {
  switch (verdict.reason) {
    case Reason::Rule:
      return rule_of(*verdict.clause) + tests_of(*verdict.clause);
    case Reason::Newer:
      return format("newer than the profile: the highest number that it names is {}",
                    *rules.last_known);
    case Reason::Default:
      return verdict.action == ruleset.default_action ? "the default action" : "";
    case Reason::Architecture:
      break;
  }
  return "the architecture is not named";
}

/// Whether the answer hangs on arguments that were not given.
bool is_open(const Clauses& clauses, std::size_t given) {
  return std::ranges::any_of(clauses, [given](const Clause& clause) {
    return std::ranges::any_of(
        clause.tests, [given](const plan::ArgumentTest& test) { return test.index >= given; });
  });
}

std::string alternatives(const Ruleset& ruleset, const Clauses& clauses) {
  std::string text;
  for (const Clause& clause : clauses)
    text += format("  {}{}: {}\n", plan::describe_action(clause.action), tests_of(clause),
                   rule_of(clause));
  return text +
         format("  {} else: the default action\n", plan::describe_action(ruleset.default_action));
}

std::string answer(const Ruleset& ruleset, const ArchitectureRules& rules, std::uint32_t number,
                   const Question& question) {
  const Architecture& architecture = *rules.architecture;
  std::string text = format("{} {} ({}): ", architecture.label(),
                            name_of(architecture, number).value_or("unknown"),
                            number - (architecture.base == kX32Bit ? kX32Bit : 0));
  auto call = rules.calls.find(number);
  if (call != rules.calls.end() && is_open(call->second, question.arguments.size()))
    return text + "by its arguments\n" + alternatives(ruleset, call->second);
  seccomp_data data = {};
  data.arch = architecture.audit;
  data.nr = static_cast<int>(number);
  std::ranges::copy(question.arguments, data.args);
  const Verdict verdict = decide(ruleset, data);
  return text +
         format("{}: {}\n", plan::describe_action(verdict.action), why(ruleset, rules, verdict));
}

std::optional<std::uint32_t> number_of(const Architecture& architecture, const std::string& call) {
  if (auto number = parse_uint(call); number && *number < kX32Bit)
    return static_cast<std::uint32_t>(*number) + (architecture.base == kX32Bit ? kX32Bit : 0);
  return numbers_of(architecture, call).direct;
}

}  // namespace

Result<std::string> explain(const Ruleset& ruleset, const Question& question) {
  if (question.arguments.size() > std::size(seccomp_data().args))
    return Error::refused(
        format("{} arguments are given, and a call has 6", question.arguments.size()));
  std::string text;
  for (const ArchitectureRules& rules : ruleset.architectures) {
    const Architecture& architecture = *rules.architecture;
    if (auto number = number_of(architecture, question.call))
      text += answer(ruleset, rules, *number, question);
    else if (auto through = numbers_of(architecture, question.call).through)
      text += format("{} {}: only by call {} with the first argument {}\n", architecture.label(),
                     question.call, through->number, through->first_argument);
  }
  if (!text.empty()) return text;
  Error error = Error::refused(
      format("'{}' is no system call of the profile's architectures", question.call));
  auto near = nearest(question.call, names_of(native_architecture()));
  return near ? std::move(error).hint(format("did you mean '{}'?", *near)) : std::move(error);
}

}  // namespace hull::seccomp
