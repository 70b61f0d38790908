// SPDX-License-Identifier: Apache-2.0
#include "cmd/help.h"

#include "base/text.h"

namespace hull::cmd {
namespace {

constexpr size_t kColumns = 80;

// One entry of a list: `head`, then `text` from column `indent` on, broken between words.
std::string entry(std::string_view head, std::string_view text, size_t indent) {
  std::string out = hull::format("  {}", head);
  size_t column = out.size();
  if (column + 2 > indent) {
    out += '\n';
    column = 0;
  }
  for (std::string_view word : split(text, ' ')) {
    bool first = column < indent;
    if (!first && column + 1 + word.size() > kColumns) {
      out += '\n';
      column = 0;
      first = true;
    }
    size_t gap = first ? indent - column : 1;
    out.append(gap, ' ').append(word);
    column += gap + word.size();
  }
  return out += '\n';
}

std::string entries(const std::vector<Option>& options) {
  constexpr size_t kIndent = 28;
  std::string out;
  for (const Option& option : options) {
    std::string head = heading(option);
    // Names line up whether or not there is a letter before them.
    if (option.letters.empty()) head.insert(0, 4, ' ');
    out += entry(head, option.help, kIndent);
  }
  return out;
}

}  // namespace

std::string heading(const Option& option) {
  std::string head;
  for (char letter : option.letters) head += hull::format("-{}, ", letter);
  head += hull::format("--{}", option.name);
  if (!option.value.empty()) head += hull::format(" {}", option.value);
  return head;
}

std::string help(std::string_view program, const std::vector<Verb>& verbs,
                 const std::vector<Option>& globals) {
  std::string out =
      hull::format("Usage: {} [FLAGS] COMMAND [FLAGS] [ARGUMENTS]\n\nCommands:\n", program);
  for (const Verb& verb : verbs) out += entry(verb.name, verb.summary, 14);
  out += entry("help", "print help for a command", 14);
  out += "\nFlags, before the command or after it:\n";
  out += entries(globals);
  return out;
}

std::string help(std::string_view program, const Verb& verb) {
  std::string out = hull::format("Usage: {} {}{}{}{}\n\n", program, verb.name,
                                 verb.options.empty() ? "" : " [FLAGS]",
                                 verb.arguments.empty() ? "" : " ", verb.arguments);
  out += hull::format("{}: {}\n", verb.name, verb.summary);
  if (!verb.options.empty()) out += "\nFlags:\n" + entries(verb.options);
  out += hull::format("\nFlags that hold for every command: see '{} --help'\n", program);
  return out;
}

}  // namespace hull::cmd
