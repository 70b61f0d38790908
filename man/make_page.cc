// SPDX-License-Identifier: Apache-2.0
// Makes a manual page: make_page PAGE PROSE [README], where PAGE is "hull", "managers" or a verb.
// Heads the page with what the tables in src/cmd say and puts the flags in the place of the prose's
// line "@OPTIONS@", the verbs in that of "@COMMANDS@", and in that of "@README KEY@" the file that
// the README shows below its line with KEY. Runs at build time only.
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
  char section = '1';
};

Head managers_head() {
  return {"hull-managers", "Podman, Docker, containerd, CRI-O and others on top of hull", "", '7'};
}

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
  std::string text =
      hull::format(".TH {} {} \"\" \"hull {}\"\n.SH NAME\n{} \\- {}\n", escaped(head.name),
                   head.section, kVersion, escaped(head.name), escaped(head.summary));
  if (!head.synopsis.empty()) text += hull::format(".SH SYNOPSIS\n.B {}\n", escaped(head.synopsis));
  return text;
}

// The README's first indented lines below the one of its prose that has KEY, as an example;
// conformance/managers/lib.sh finds them by the same rule.
std::string snippet(const std::string& key, const char* path) {
  std::ifstream readme(path);
  std::string text;
  bool found = false;
  for (std::string line; std::getline(readme, line);) {
    bool code = line.starts_with("    ");
    if (!code && !text.empty()) break;
    if (!code && line.find(key) != std::string::npos) found = true;
    if (code && found) text += "\\&" + escaped(line.substr(4)) + '\n';
  }
  return text.empty() ? "" : ".PP\n.EX\n" + text + ".EE\n";
}

int make_page(const std::string& page, std::istream& prose, const char* readme) {
  Globals globals;
  std::vector<Option> table = global_options(globals);
  std::string text = head(general_head());
  if (page == "managers") {
    text = head(managers_head());
  } else if (page != "hull") {
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
    if (line == "@OPTIONS@") {
      text += options(table);
    } else if (line == "@COMMANDS@") {
      text += commands();
    } else if (line.starts_with("@README ") && line.ends_with('@')) {
      std::string key = line.substr(8, line.size() - 9);
      std::string example = snippet(key, readme);
      if (example.empty()) {
        std::cerr << "the README shows no '" << key << "'\n";
        return 1;
      }
      text += example;
    } else {
      text += line + '\n';
    }
  }
  std::cout << text;
  return 0;
}

}  // namespace
}  // namespace hull::cmd

int main(int argc, char** argv) {
  std::ifstream prose(argc == 3 || argc == 4 ? argv[2] : "");
  if (!prose) {
    std::cerr << "usage: make_page PAGE PROSE [README]\n";
    return 1;
  }
  return hull::cmd::make_page(argv[1], prose, argc == 4 ? argv[3] : "");
}
