// SPDX-License-Identifier: Apache-2.0
// The manual pages that the build made, against the tables that parse the command line.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "cmd/commands.h"
#include "cmd/help.h"
#include "spec/annotations.h"

namespace hull::cmd {
namespace {

// build/man beside build/tests, where this binary is.
std::string page(const std::string& name, const std::string& section = "1") {
  auto build = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path();
  std::ifstream file(build / "man" / (name + "." + section));
  CAPTURE(name);
  REQUIRE_MESSAGE(file, "the page was not built");
  std::stringstream text;
  text << file.rdbuf();
  return std::regex_replace(text.str(), std::regex(R"(\\-)"), "-");
}

using Names = std::set<std::string>;

Names find_all(const std::string& text, const std::string& pattern) {
  std::regex regex(pattern);
  Names found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

Names headings(const std::vector<Option>& table) {
  Names names;
  for (const Option& option : table) names.insert(heading(option));
  return names;
}

Names flags(const std::vector<Option>& table) {
  Names names;
  for (const Option& option : table) names.insert(std::string(option.name));
  return names;
}

// The entries of a page's list of flags.
const char* const kEntry = R"(\.TP\n\.B ((?:-., )*--[^\n]+)\n)";
// Every long flag that a page speaks of.
const char* const kMention = R"(--([a-z][a-z0-9-]*))";

TEST_CASE("each verb has a page with exactly its flags") {
  Globals globals;
  Names common = flags(global_options(globals));
  for (const Verb& verb : verbs()) {
    std::string name = "hull-" + std::string(verb.name);
    std::string text = page(name);
    CAPTURE(name);
    CHECK(find_all(text, kEntry) == headings(verb.options));
    Names known = flags(verb.options);
    known.insert(common.begin(), common.end());
    for (const std::string& mentioned : find_all(text, kMention)) {
      CAPTURE(mentioned);
      CHECK(known.contains(mentioned));
    }
  }
}

TEST_CASE("the general page has the global flags and every verb") {
  std::string text = page("hull");
  Globals globals;
  CHECK(find_all(text, kEntry) == headings(global_options(globals)));
  Names listed = find_all(text, R"(\.TP\n\.BR hull-([a-z]+) \(1\)\n)");
  Names linked = find_all(text.substr(text.find(".SH SEE ALSO")), R"(\.BR hull-([a-z]+) \(1\))");
  Names names;
  Names known = flags(global_options(globals));
  for (const Verb& verb : verbs()) {
    names.insert(std::string(verb.name));
    known.merge(flags(verb.options));
  }
  CHECK(listed == names);
  CHECK(linked == names);
  for (const std::string& mentioned : find_all(text, kMention)) {
    CAPTURE(mentioned);
    CHECK(known.contains(mentioned));
  }
}

TEST_CASE("the general page speaks of every annotation that changes what happens") {
  std::string text = page("hull");
  const std::string section = text.substr(text.find(".SH ANNOTATIONS"));
  const std::string part = section.substr(0, section.find(".SH ", 1));
  for (const auto& [key, treatment] : spec::annotations::known()) {
    CAPTURE(key);
    CHECK(part.find(key) != std::string::npos);
  }
}

TEST_CASE("every page has the sections that readers look for") {
  std::vector<std::string> names = {"hull"};
  for (const Verb& verb : verbs()) names.push_back("hull-" + std::string(verb.name));
  for (const std::string& name : names) {
    std::string text = page(name);
    CAPTURE(name);
    size_t at = 0;
    for (const char* section :
         {".TH ", ".SH NAME\n", ".SH SYNOPSIS\n", ".SH DESCRIPTION\n", ".SH OPTIONS\n",
          ".SH EXIT STATUS\n", ".SH EXAMPLES\n", ".SH SEE ALSO\n"}) {
      CAPTURE(section);
      size_t found = text.find(section, at);
      CHECK(found != std::string::npos);
      if (found != std::string::npos) at = found;
    }
    CHECK(text.find('@') == std::string::npos);
  }
}

TEST_CASE("the page about managers has the files that the README shows") {
  std::string text = page("hull-managers", "7");
  CHECK(text.find(".TH hull-managers 7 ") != std::string::npos);
  for (const char* line :
       {"\nhull = [\"/usr/local/bin/hull\"]\n",
        "\n{ \"runtimes\": { \"hull\": { \"path\": ", "\nversion = 3\n", "\nversion = 2\n",
        "\n{{ template \"base\" . }}\n", "\nruntime_path = \"/usr/local/bin/hull\"\n",
        "\nkind: RuntimeClass\n", "\n  binary = \"/usr/local/bin/hull\"\n"}) {
    CAPTURE(line);
    CHECK(std::regex_replace(text, std::regex(R"(\\&)"), "").find(line) != std::string::npos);
  }
  CHECK(text.find('@') == std::string::npos);
}

}  // namespace
}  // namespace hull::cmd
