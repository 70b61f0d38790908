// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/create.h"
#include "cmd/output.h"
#include "life/learn.h"
#include "plan/seccomp.h"
#include "seccomp/explain.h"
#include "spec/codec.h"
#include "spec/rules.h"
#include "sys/file.h"

namespace hull::cmd {
namespace {

struct Asked {
  life::CreateOptions create;
  std::string output = "seccomp.json";
};

/// The profile of the configuration `file`, resolved; warnings are logged.
Result<seccomp::Ruleset> read_ruleset(life::Context& context, const std::string& file) {
  const std::string name = path::name(file);
  auto text = TRY(sys::read(sys::FdRef::cwd(), file));
  auto decoded = TRY(spec::decode_config(text, name));
  auto warnings = TRY(spec::check_config(decoded.value).context(name));
  const auto& seccomp = decoded.value.linux_section.seccomp;
  if (!seccomp)
    return Error::refused(format("{}: /linux/seccomp is absent, so every call is let pass", name));
  auto planned = TRY(plan::plan_seccomp(*seccomp, warnings).context(name));
  auto ruleset = TRY(seccomp::resolve(planned, warnings).context(name));
  context.log.warnings(warnings);
  return ruleset;
}

/// A number as C writes it: decimal, or hexadecimal behind 0x; a minus for two's complement.
Result<std::uint64_t> parse_argument(const std::string& text) {
  const bool is_negative = text.starts_with('-');
  const std::string digits = text.substr(is_negative ? 1 : 0);
  const bool is_hexadecimal = digits.starts_with("0x");
  std::optional<std::uint64_t> value;
  if (!is_hexadecimal)
    value = parse_uint(digits);
  else if (digits.size() > 2 && digits.size() <= 18 &&
           digits.find_first_not_of("0123456789abcdefABCDEF", 2) == digits.npos)
    value = std::stoull(digits.substr(2), nullptr, 16);
  if (!value) return Error::refused(hull::format("'{}' is not a number of 64 bits", text));
  return is_negative ? ~*value + 1 : *value;
}

Result<int> explain(life::Context& context, const Arguments& arguments) {
  TRY(check_arguments("CONFIG SYSCALL [ARGUMENT]...", arguments));
  auto ruleset = TRY(read_ruleset(context, arguments[0]));
  seccomp::Question question = {.call = arguments[1]};
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    auto argument = TRY(parse_argument(arguments[i]));
    question.arguments.push_back(argument);
  }
  auto text = TRY(seccomp::explain(ruleset, question));
  TRY(print(text));
  return 0;
}

Result<int> learn(life::Context& context, Asked& asked, const Arguments& arguments) {
  TRY(check_arguments("ID", arguments));
  // Before the container runs for nothing; and where the user is now, not in the bundle.
  auto here = TRY(sys::working_directory());
  const std::string output = path::join(here, asked.output);
  TRY(refuse_to_replace(output).context("--output"));
  asked.create.id = arguments[0];
  auto learnt = TRY(life::learn(context, asked.create));
  TRY(write_new(output, spec::encode(learnt.profile, {.count = 1, .character = '\t'}) + '\n'));
  return learnt.status;
}

}  // namespace

Verb seccomp_verb() {
  auto asked = std::make_shared<Asked>();
  std::vector<Option> options = create_options(asked->create);
  options.push_back(text("output", "o", "FILE",
                         "where learn writes the profile, a linux.seccomp object; a file that is "
                         "there is not replaced (default: seccomp.json)",
                         &asked->output));
  return {.name = "seccomp",
          .arguments = "explain|learn [ARGUMENT]...",
          .summary = "say what a seccomp profile does with a call, or learn one from a container",
          .options = std::move(options),
          .sealed = true,
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            const Arguments rest(arguments.begin() + 1, arguments.end());
            if (arguments[0] == "explain") return explain(context, rest);
            if (arguments[0] == "learn") return learn(context, *asked, rest);
            return Error::refused(hull::format("'{}' is neither explain nor learn", arguments[0]));
          }};
}

}  // namespace hull::cmd
