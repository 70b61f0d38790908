// SPDX-License-Identifier: Apache-2.0
#include "cmd/commands.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"

namespace hull::cmd {
namespace {

// "help", or runc's "h" for it, with the command it is about.
bool is_help(std::string_view word) {
  return word == "help" || word == "h";
}

Error unknown_command(const std::string& name) {
  Error error = Error::refused(hull::format("unknown command '{}'", name));
  std::vector<std::string> names = {"help"};
  for (const Verb& verb : verbs()) names.emplace_back(verb.name);
  std::optional<std::string> close = nearest(name, names);
  if (close) return std::move(error).hint(hull::format("did you mean '{}'?", *close));
  return error;
}

// Keeps the first fault only: what comes behind it may just follow from it.
void note(Call& call, Error error) {
  if (!call.fault) call.fault = std::move(error);
}

void choose(Call& call, const std::string& name) {
  for (Verb& verb : verbs())
    if (verb.name == name) call.verb = std::move(verb);
  if (!call.verb) note(call, unknown_command(name));
}

void count(Call& call, const std::string& name, std::string_view synopsis) {
  Result<void> counted = check_arguments(synopsis, call.arguments);
  if (!counted) note(call, std::move(counted).error().context(name));
}

}  // namespace

std::vector<Verb> verbs() {
  std::vector<Verb> table;
  table.push_back(checkpoint_verb());
  table.push_back(create_verb());
  table.push_back(delete_verb());
  table.push_back(events_verb());
  table.push_back(exec_verb());
  table.push_back(features_verb());
  table.push_back(kill_verb());
  table.push_back(list_verb());
  table.push_back(mounts_verb());
  table.push_back(pause_verb());
  table.push_back(ps_verb());
  table.push_back(restore_verb());
  table.push_back(resume_verb());
  table.push_back(run_verb());
  table.push_back(seccomp_verb());
  table.push_back(spec_verb());
  table.push_back(start_verb());
  table.push_back(state_verb());
  table.push_back(update_verb());
  table.push_back(wait_verb());
  return table;
}

Call read_call(const std::vector<std::string>& words) {
  Call call;
  std::vector<Option> globals = global_options(call.globals);
  Parsed before = parse(words, globals, {}, Flags::First);
  call.fault = std::move(before.fault);
  if (before.arguments.empty()) {
    if (!call.globals.help && !call.globals.version)
      note(call, Error::refused("a command is missing").hint("--help lists them"));
    return call;
  }

  std::string name = before.arguments.front();
  bool help = is_help(name);
  if (!help) choose(call, name);
  // Flags are read even for an unknown command: its failure belongs into the log they name.
  std::vector<Option> own = call.verb ? call.verb->options : std::vector<Option>();
  Flags where = call.verb ? call.verb->flags : Flags::Anywhere;
  Parsed after = parse(std::span(before.arguments).subspan(1), own, globals, where);
  if (after.fault) note(call, std::move(*after.fault).context(name));
  call.arguments = std::move(after.arguments);

  // Help for a verb is given whether or not its arguments are there.
  bool runs = call.verb && !call.globals.help && !call.globals.version;
  if (runs) count(call, name, call.verb->arguments);
  if (help) {
    call.globals.help = true;
    count(call, name, "[COMMAND]");
    if (!call.arguments.empty()) choose(call, call.arguments[0]);
  }
  return call;
}

std::string attempt(const Call& call) {
  if (call.arguments.empty()) return std::string(call.verb->name);
  return hull::format("{} '{}'", call.verb->name, call.arguments[0]);
}

}  // namespace hull::cmd
