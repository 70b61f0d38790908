// SPDX-License-Identifier: Apache-2.0
// The shape of the source tree: which folder may include which, no cycles between modules, and TRY
// only where it does not leak (base/result.h).
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "kit/source.h"

namespace hull {
namespace {

/// Texts by their path below src/.
using Files = std::map<std::string, std::string>;
/// One line each, sorted; "" when there is nothing to complain of.
using Complaints = std::string;

/// What each folder may include besides itself. host/ and inside/ never see one another.
const std::map<std::string, std::set<std::string>> kLayers = {
    {"base", {}},
    {"spec", {"base"}},
    {"plan", {"base", "spec"}},
    {"seccomp", {"base", "spec", "plan"}},
    {"sys", {"base"}},
    {"wire", {"base", "sys"}},
    {"cgroup", {"base", "sys", "spec"}},
    {"criu", {"base", "sys"}},
    {"host", {"base", "sys", "spec", "plan", "seccomp", "wire", "cgroup"}},
    {"inside", {"base", "sys", "spec", "plan", "wire"}},
    {"life",
     {"base", "sys", "spec", "plan", "seccomp", "wire", "cgroup", "criu", "host", "inside"}},
    {"cmd",
     {"base", "sys", "spec", "plan", "seccomp", "wire", "cgroup", "criu", "host", "inside",
      "life"}},
    {"",
     {"base", "sys", "spec", "plan", "seccomp", "wire", "cgroup", "criu", "host", "inside", "life",
      "cmd"}},
};

std::string folder_of(const std::string& path) {
  std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// A header and its source are one module: "host/mounts".
std::string module_of(const std::string& path) {
  return path.substr(0, path.rfind('.'));
}

std::vector<std::string> includes_of(const std::string& text) {
  static const std::regex quoted("(?:^|\n)[ \t]*#[ \t]*include[ \t]+\"([^\"]+)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i)
    found.push_back((*i)[1]);
  return found;
}

Complaints upward_includes(const Files& files) {
  Complaints complaints;
  for (const auto& [path, text] : files) {
    const auto allowed = kLayers.find(folder_of(path));
    if (allowed == kLayers.end()) {
      complaints += path + " lies in no layer\n";
      continue;
    }
    for (const std::string& header : includes_of(text)) {
      const std::string folder = folder_of(header);
      if (!files.contains(header))
        complaints += path + " includes '" + header + "', which is not there\n";
      // Inside a container nothing is parsed.
      else if ((folder != allowed->first && !allowed->second.contains(folder)) ||
               (allowed->first == "inside" && header == "spec/codec.h"))
        complaints += path + " includes '" + header + "'\n";
    }
  }
  return complaints;
}

using Graph = std::map<std::string, std::set<std::string>>;

/// Finds a way from `module` to itself, depth first; `done` holds those that lead nowhere.
bool follow(const Graph& graph, const std::string& module, std::vector<std::string>& way,
            std::set<std::string>& done) {
  for (std::size_t i = 0; i < way.size(); ++i)
    if (way[i] == module) {
      way.erase(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
  if (!done.insert(module).second) return false;
  way.push_back(module);
  if (const auto node = graph.find(module); node != graph.end())
    for (const std::string& next : node->second)
      if (follow(graph, next, way, done)) return true;
  way.pop_back();
  return false;
}

Complaints include_cycle(const Files& files) {
  Graph graph;
  for (const auto& [path, text] : files)
    for (const std::string& header : includes_of(text))
      if (module_of(header) != module_of(path)) graph[module_of(path)].insert(module_of(header));
  std::vector<std::string> way;
  std::set<std::string> done;
  for (const auto& [module, ignored] : graph)
    if (follow(graph, module, way, done)) {
      Complaints complaints;
      for (const std::string& step : way) complaints += step + " -> ";
      return complaints + way.front() + "\n";
    }
  return "";
}

/// `text` with comments, literals and preprocessor lines blanked out, line ends kept.
std::string code_of(const std::string& text) {
  static const std::regex dead(
      R"re(//[^\n]*|/\*[^]*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?:^|\n)[ \t]*#(?:\\\n|[^\n])*)re");
  std::string code = text;
  for (std::sregex_iterator i(text.begin(), text.end(), dead), end; i != end; ++i)
    for (std::ptrdiff_t at = i->position(); at < i->position() + i->length(); ++at)
      if (auto& c = code[static_cast<std::size_t>(at)]; c != '\n') c = ' ';
  return code;
}

/// What stands between the statement's beginning and `at`; "(" when `at` is within an expression.
std::string statement_before(const std::string& code, std::size_t at) {
  int depth = 0;
  std::size_t begin = at;
  while (begin > 0) {
    const char c = code[begin - 1];
    if (c == ')' || c == ']') ++depth;
    if ((c == '(' || c == '[') && --depth < 0) return "(";
    if (depth == 0 && (c == ';' || c == '{' || c == '}')) break;
    --begin;
  }
  return code.substr(begin, at - begin);
}

/// The character behind the bracket that closes the one at `open`, blanks skipped.
char after_bracket(const std::string& code, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < code.size(); ++i) {
    if (code[i] == '(') ++depth;
    if (code[i] != ')' || --depth > 0) continue;
    std::size_t next = code.find_first_not_of(" \n\t", i + 1);
    return next == std::string::npos ? '\0' : code[next];
  }
  return '\0';
}

/// `before` without what may stand before a whole statement: labels, else, if (…), for (…).
std::string without_controls(std::string before) {
  static const std::regex label(R"(^\s*(?:else|do|default\s*:|case\s+\w+(?:::\w+)*\s*:(?!:))\s*)");
  static const std::regex control(R"(^\s*(?:if|if constexpr|for|while)\s*\()");
  std::smatch match;
  while (true) {
    if (std::regex_search(before, match, label)) {
      before = match.suffix();
    } else if (std::regex_search(before, match, control)) {
      int depth = 1;
      std::size_t i = static_cast<std::size_t>(match.length());
      for (; i < before.size() && depth > 0; ++i) depth += (before[i] == '(') - (before[i] == ')');
      before.erase(0, i);
    } else {
      return before;
    }
  }
}

Complaints leaking_tries(const Files& files) {
  static const std::regex use(R"(\bTRY\()");
  // Nothing, or a declaration or an assignable expression, and one plain "=".
  static const std::regex whole(R"(\s*(?:[\w:<>,.*&\[\]\s-]*[\w\]>]\s*=)?\s*)");
  Complaints complaints;
  for (const auto& [path, text] : files) {
    const std::string code = code_of(text);
    for (std::sregex_iterator i(code.begin(), code.end(), use), end; i != end; ++i) {
      const auto at = static_cast<std::size_t>(i->position());
      const std::string before = without_controls(statement_before(code, at));
      const bool returns = std::regex_search(before, std::regex(R"(\breturn\b)"));
      if (std::regex_match(before, whole) && !returns && after_bracket(code, at + 3) == ';')
        continue;
      const auto line = 1 + std::count(code.begin(), code.begin() + i->position(), '\n');
      complaints += path + ":" + std::to_string(line) + ": TRY within an expression\n";
    }
  }
  return complaints;
}

Files source_tree() {
  Files files;
  const std::filesystem::path top = kit::source_path("src");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
    const std::string extension = entry.path().extension();
    if (extension == ".h" || extension == ".cc")
      files[entry.path().lexically_relative(top)] = kit::read(entry.path());
  }
  return files;
}

TEST_CASE("a folder includes only those below it") {
  const Files files = source_tree();
  CHECK(files.size() > 100);
  CHECK(upward_includes(files) == "");
}

TEST_CASE("modules include one another in no circle") {
  CHECK(include_cycle(source_tree()) == "");
}

TEST_CASE("TRY is a whole statement or a whole initialiser") {
  CHECK(leaking_tries(source_tree()) == "");
}

TEST_CASE("an upward include is found") {
  const Files files = {
      {"sys/fd.h", "#include \"base/result.h\"\n"},
      {"base/result.h", "#pragma once\n#include \"sys/fd.h\"\n"},
      {"host/launch.cc", "#include \"inside/init.h\"\n"},
      {"inside/init.h", "  #  include \"cgroup/open.h\"\n"},
      {"inside/hooks.cc", "#include \"spec/codec.h\"\n#include \"spec/config.h\"\n"},
      {"spec/codec.h", ""},
      {"spec/config.h", "#include \"base/gone.h\"\n"},
      {"cgroup/open.h", ""},
      {"util/misc.h", ""},
      {"main.cc", "#include \"inside/init.h\"\n"}};
  CHECK(upward_includes(files) ==
        "base/result.h includes 'sys/fd.h'\n"
        "host/launch.cc includes 'inside/init.h'\n"
        "inside/hooks.cc includes 'spec/codec.h'\n"
        "inside/init.h includes 'cgroup/open.h'\n"
        "spec/config.h includes 'base/gone.h', which is not there\n"
        "util/misc.h lies in no layer\n");
}

TEST_CASE("a circle is found, also one that runs through sources") {
  CHECK(include_cycle({{"a/one.h", ""},
                       {"a/one.cc", "#include \"a/one.h\"\n#include \"a/two.h\"\n"},
                       {"a/two.h", ""},
                       {"a/two.cc", "#include \"a/three.h\"\n"},
                       {"a/three.h", "#include \"a/one.h\"\n"},
                       {"a/zero.cc", "#include \"a/one.h\"\n"}}) ==
        "a/one -> a/two -> a/three -> a/one\n");
}

TEST_CASE("two ways to one module are no circle") {
  CHECK(include_cycle({{"a/top.cc", "#include \"a/left.h\"\n#include \"a/right.h\"\n"},
                       {"a/left.h", "#include \"a/bottom.h\"\n"},
                       {"a/right.h", "#include \"a/bottom.h\"\n"},
                       {"a/bottom.h", ""}}) == "");
}

TEST_CASE("each leaking use of TRY is found") {
  for (const char* use : {
           "call(TRY(x()));",
           "call(1, TRY(x()));",
           "return TRY(x());",
           "if (c) return TRY(x());",
           "Pair p = {TRY(x()), 2};",
           "Pair p{TRY(x())};",
           "Launch l = {.fifo = TRY(x())};",
           "auto f = [y = TRY(x())] { return y; };",
           "auto y = TRY(x()).size();",
           "auto y = 1 + TRY(x());",
           "auto y = c ? TRY(x()) : 0;",
           "y = z = TRY(x());",
           "y += TRY(x());",
           "for (auto& e : TRY(x())) use(e);",
           "if (auto y = TRY(x())) use(y);",
           "list[TRY(x())] = 1;",
       })
    CHECK_MESSAGE(leaking_tries({{"a.cc", std::string("void f() {\n  ") + use + "\n}\n"}}) ==
                      "a.cc:2: TRY within an expression\n",
                  use);
}

TEST_CASE("the uses of TRY that are meant pass") {
  for (const char* use : {
           "TRY(x());",
           "auto y = TRY(x(\")\", ')').context([&] { return text(); }));",
           "const std::map<int, Pair>& y = TRY(x());",
           "y.z[1] = TRY(x());",
           "y->z = TRY(x());",
           "auto [a, b] = TRY(x());",
           "if (c(1)) TRY(x()); else TRY(z());",
           "for (int i = 0; i < 3; ++i) TRY(x(i));",
           "switch (c) { case K::A: TRY(x()); }",
           "auto f = [&]() -> Result<void> { TRY(x()); return {}; };",
           "// return TRY(x());",
           "text = \"TRY(\";",
       })
    CHECK_MESSAGE(leaking_tries({{"a.cc", std::string("void f() {\n  ") + use + "\n}\n"}}) == "",
                  use);
}

}  // namespace
}  // namespace hull
