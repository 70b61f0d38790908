// SPDX-License-Identifier: Apache-2.0
#include "cmd/commands.h"

#include <algorithm>
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

std::optional<Verb> find(std::string_view name) {
  for (Verb& verb : verbs())
    if (verb.name == name) return std::move(verb);
  return std::nullopt;
}

}  // namespace

std::vector<Verb> verbs() {
  std::vector<Verb> table;
  table.push_back(create_verb());
  table.push_back(delete_verb());
  table.push_back(features_verb());
  table.push_back(kill_verb());
  table.push_back(list_verb());
  table.push_back(run_verb());
  table.push_back(spec_verb());
  table.push_back(start_verb());
  table.push_back(state_verb());
  return table;
}

Call read_call(const std::vector<std::string>& words) {
  Call call;
  std::vector<Option> globals = global_options(call.globals);
  Parsed before = parse(words, globals, {}, Flags::First);
  call.fault = std::move(before.fault);
  auto note = [&call](Error error) {
    if (!call.fault) call.fault = std::move(error);
  };

  if (before.arguments.empty()) {
    if (!call.globals.help && !call.globals.version)
      note(Error::refused("a command is missing").hint("--help lists them"));
    return call;
  }
  std::string name = before.arguments.front();
  bool help = is_help(name);
  if (!help) {
    call.verb = find(name);
    if (!call.verb) note(unknown_command(name));
  }

  // Flags are read even for an unknown command: its failure belongs into the log they name.
  std::vector<Option> own = call.verb ? call.verb->options : std::vector<Option>();
  auto rest = std::span(before.arguments).subspan(1);
  Parsed after = parse(rest, own, globals, Flags::Anywhere);
  if (after.fault) note(std::move(*after.fault).context(name));
  call.arguments = std::move(after.arguments);

  if (help) {
    call.globals.help = true;
    Result<void> counted = check_arguments("[COMMAND]", call.arguments);
    if (!counted) note(std::move(counted).error().context(name));
    if (counted && !call.arguments.empty()) {
      call.verb = find(call.arguments[0]);
      if (!call.verb) note(unknown_command(call.arguments[0]));
    }
  } else if (call.verb && !call.globals.help && !call.globals.version) {
    Result<void> counted = check_arguments(call.verb->arguments, call.arguments);
    if (!counted) note(std::move(counted).error().context(name));
  }
  return call;
}

std::string attempt(const Call& call) {
  if (call.arguments.empty()) return std::string(call.verb->name);
  return hull::format("{} '{}'", call.verb->name, call.arguments[0]);
}

}  // namespace hull::cmd
