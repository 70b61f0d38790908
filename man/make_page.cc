// SPDX-License-Identifier: Apache-2.0
// Makes a manual page: make_page PAGE PROSE, where PAGE is "hull" or a verb. Heads the page with
// what the tables in src/cmd say and puts the flags in the place of the prose's line "@OPTIONS@",
// the verbs in that of "@COMMANDS@". Runs at build time only.
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/help.h"
#include "cmd/version.h"

namespace hull::cmd {
namespace {

// man(7): a backslash begins a command, and a plain '-' may be set as a hyphen, which can't be
// copied into a shell. Our texts never begin a line, so dots and quotes are harmless.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\\' || c == '-') out += '\\';
    out += c == '\\' ? 'e' : c;
  }
  return out;
}

// A phrase of a table as a sentence.
std::string sentence(std::string_view phrase) {
  std::string out = escaped(phrase) + '.';
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string options(const std::vector<Option>& table) {
  std::string out;
  for (const Option& option : table)
    out += hull::format(".TP\n.B {}\n\\&{}\n", escaped(heading(option)), sentence(option.help));
  return out;
}

std::string commands() {
  std::string out;
  for (const Verb& verb : verbs())
    out += hull::format(".TP\n.BR hull\\-{} (1)\n\\&{}\n", verb.name, sentence(verb.summary));
  return out;
}

struct Head {
  std::string name;
  std::string summary;
  std::string synopsis;
};

Head general_head() {
  return {"hull", "run containers as the OCI runtime specification describes them",
          "hull [FLAGS] COMMAND [FLAGS] [ARGUMENTS]"};
}

Head verb_head(const Verb& verb) {
  return {hull::format("hull-{}", verb.name), std::string(verb.summary),
          hull::format("hull {}{}{}{}", verb.name, verb.options.empty() ? "" : " [FLAGS]",
                       verb.arguments.empty() ? "" : " ", verb.arguments)};
}

std::string head(const Head& head) {
  return hull::format(".TH {} 1 \"\" \"hull {}\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n.B {}\n",
                      escaped(head.name), kVersion, escaped(head.name), escaped(head.summary),
                      escaped(head.synopsis));
}

int make_page(const std::string& page, std::istream& prose) {
  Globals globals;
  std::vector<Option> table = global_options(globals);
  std::string text = head(general_head());
  if (page != "hull") {
    bool found = false;
    for (Verb& verb : verbs()) {
      if (verb.name != page) continue;
      found = true;
      table = verb.options;
      text = head(verb_head(verb));
    }
    if (!found) {
      std::cerr << "no verb '" << page << "'\n";
      return 1;
    }
  }
  for (std::string line; std::getline(prose, line);) {
    if (line == "@OPTIONS@")
      text += options(table);
    else if (line == "@COMMANDS@")
      text += commands();
    else
      text += line + '\n';
  }
  std::cout << text;
  return 0;
}

}  // namespace
}  // namespace hull::cmd

int main(int argc, char** argv) {
  std::ifstream prose(argc == 3 ? argv[2] : "");
  if (!prose) {
    std::cerr << "usage: make_page PAGE PROSE\n";
    return 1;
  }
  return hull::cmd::make_page(argv[1], prose);
}
