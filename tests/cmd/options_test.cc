// SPDX-License-Identifier: Apache-2.0
#include "cmd/options.h"

#include <doctest/doctest.h>
#include <getopt.h>

#include <random>

#include "base/text.h"

namespace hull::cmd {
namespace {

// A table with every kind of flag, and what it stored.
struct Asked {
  bool all = false, detach = false, no_pivot = false, no_new_keyring = false;
  std::string bundle, format = "table", root;
  unsigned preserve_fds = 0;
  bool debug = false;
};

std::vector<Option> own_options(Asked& to) {
  return {
      toggle("all", "a", "", &to.all),
      toggle("detach", "d", "", &to.detach),
      toggle("no-pivot", "", "", &to.no_pivot),
      toggle("no-new-keyring", "", "", &to.no_new_keyring),
      text("bundle", "b", "DIR", "", &to.bundle),
      one_of("format", "f", "table|json", "", &to.format),
      number("preserve-fds", "", "N", "", &to.preserve_fds),
      always("no-subreaper", "", "create adopts nobody"),
      refused("criu", "PATH", "", "not built in"),
      refused("systemd", "", "", "not built in"),
  };
}

std::vector<Option> common_options(Asked& to) {
  return {text("root", "", "DIR", "", &to.root), toggle("debug", "D", "", &to.debug)};
}

struct Outcome : Asked {
  std::vector<std::string> arguments;
  std::string fault;
};

Outcome read(std::vector<std::string> words, Flags flags = Flags::Anywhere) {
  Outcome outcome;
  Parsed parsed = parse(words, own_options(outcome), common_options(outcome), flags);
  outcome.arguments = parsed.arguments;
  if (parsed.fault) outcome.fault = parsed.fault->message();
  return outcome;
}

using Words = std::vector<std::string>;

TEST_CASE("a long name takes one dash or two, and its value behind '=' or in the next word") {
  for (Words words : {Words{"--bundle", "/b", "web"}, Words{"--bundle=/b", "web"},
                      Words{"-bundle", "/b", "web"}, Words{"-bundle=/b", "web"}}) {
    Outcome outcome = read(words);
    CHECK(outcome.bundle == "/b");
    CHECK(outcome.arguments == Words{"web"});
    CHECK(outcome.fault == "");
  }
}

TEST_CASE("a value may look like a flag or hold an equals sign") {
  CHECK(read({"--bundle", "--all"}).bundle == "--all");
  CHECK_FALSE(read({"--bundle", "--all"}).all);
  CHECK(read({"--bundle=a=b"}).bundle == "a=b");
}

TEST_CASE("the beginning of a name is enough when only one flag has it") {
  CHECK(read({"--bun", "/b"}).bundle == "/b");
  CHECK(read({"--no-p"}).no_pivot);
  CHECK(read({"-det"}).detach);
  CHECK(read({"--no"}).fault == "'--no': could be '--no-pivot' or '--no-new-keyring'");
}

TEST_CASE("letters may be bundled behind one dash") {
  Outcome outcome = read({"-ad", "web"});
  CHECK(outcome.all);
  CHECK(outcome.detach);
  CHECK(read({"-ab/b"}).bundle == "/b");
  CHECK(read({"-ab", "/b"}).bundle == "/b");
  CHECK(read({"-b=/b"}).bundle == "/b");
  CHECK(read({"-ax"}).fault == "unknown flag '-x' in '-ax'");
}

TEST_CASE("a switch can be taken back") {
  CHECK_FALSE(read({"--all", "--all=false"}).all);
  CHECK_FALSE(read({"--all", "-a=no"}).all);
  CHECK_FALSE(read({"-a", "-da=0"}).all);
  CHECK(read({"--all=TRUE"}).all);
  CHECK(read({"--all=maybe"}).fault == "--all: 'maybe' is neither true nor false");
  CHECK(read({"--all="}).fault == "--all: '' is neither true nor false");
}

TEST_CASE("the last one of a flag given twice wins") {
  CHECK(read({"--bundle", "/a", "--bundle=/b"}).bundle == "/b");
}

TEST_CASE("flags may follow arguments until '--'") {
  Outcome outcome = read({"web", "--all", "9", "--", "--detach", "-"});
  CHECK(outcome.all);
  CHECK_FALSE(outcome.detach);
  CHECK(outcome.arguments == Words{"web", "9", "--detach", "-"});
}

TEST_CASE("flags end at the first argument where the rest is somebody else's") {
  Outcome outcome = read({"--all", "web", "--detach", "--", "x"}, Flags::First);
  CHECK(outcome.all);
  CHECK_FALSE(outcome.detach);
  CHECK(outcome.arguments == Words{"web", "--detach", "--", "x"});
}

TEST_CASE("a lone dash and an empty word are arguments") {
  CHECK(read({"-", ""}).arguments == Words{"-", ""});
}

TEST_CASE("common flags are known by their whole name only") {
  Outcome outcome = read({"--root", "/r", "--debug", "-D"});
  CHECK(outcome.root == "/r");
  CHECK(outcome.debug);
  // "de" begins common --debug too, yet it stays the short form of --detach.
  CHECK(read({"--de"}).detach);
  CHECK(read({"--roo", "/r"}).fault == "unknown flag '--roo'; did you mean '--root'?");
}

TEST_CASE("a fault names the flag as it was written") {
  CHECK(read({"--bundel=/b"}).fault == "unknown flag '--bundel'; did you mean '--bundle'?");
  CHECK(read({"--invalidflag"}).fault == "unknown flag '--invalidflag'");
  CHECK(read({"-x"}).fault == "unknown flag '-x'");
  CHECK(read({"--=x"}).fault == "unknown flag '--'");
  CHECK(read({"--bundle"}).fault == "--bundle requires an argument");
  CHECK(read({"-b"}).fault == "-b requires an argument");
  CHECK(read({"--bundle="}).fault == "--bundle: must not be empty");
  CHECK(read({"-f", "yaml"}).fault == "-f: 'yaml' is not one of table, json");
  CHECK(read({"--preserve-fds=-1"}).fault ==
        "--preserve-fds: '-1' is not a number from 0 to 2147483647");
  CHECK(read({"--preserve-fds", "2147483648"}).fault ==
        "--preserve-fds: '2147483648' is not a number from 0 to 2147483647");
}

TEST_CASE("a number up to the largest int is taken") {
  CHECK(read({"--preserve-fds", "2147483647"}).preserve_fds == 2147483647U);
}

TEST_CASE("a flag that only says what is so is refused the opposite") {
  CHECK(read({"--no-subreaper"}).fault == "");
  CHECK(read({"--no-subreaper=false"}).fault == "--no-subreaper: create adopts nobody");
}

TEST_CASE("a flag whose work is not built in is refused, its denial is not") {
  CHECK(read({"--criu", "/usr/sbin/criu"}).fault == "--criu: not built in");
  CHECK(read({"--systemd"}).fault == "--systemd: not built in");
  CHECK(read({"--systemd=false"}).fault == "");
}

TEST_CASE("the first fault is reported and the flags behind it still count") {
  Outcome outcome = read({"--bogus", "--also-bogus", "--root", "/r"});
  CHECK(outcome.fault == "unknown flag '--bogus'");
  CHECK(outcome.root == "/r");
}

TEST_CASE("arguments are counted against the synopsis") {
  auto fault = [](std::string_view synopsis, Words given) -> std::string {
    Result<void> checked = check_arguments(synopsis, given);
    return checked ? "" : checked.error().message();
  };
  CHECK(fault("ID", {"web"}) == "");
  CHECK(fault("ID", {}) == "argument ID is missing");
  CHECK(fault("ID", {"web", "9"}) == "argument '9' is one too many");
  CHECK(fault("ID [SIGNAL]", {"web"}) == "");
  CHECK(fault("ID [SIGNAL]", {"web", "9"}) == "");
  CHECK(fault("ID [SIGNAL]", {}) == "argument ID is missing");
  CHECK(fault("ID [SIGNAL]", {"web", "9", "x"}) == "argument 'x' is one too many");
  CHECK(fault("ID [ARGUMENT]...", {}) == "argument ID is missing");
  CHECK(fault("ID [ARGUMENT]...", {"web"}) == "");
  CHECK(fault("ID [ARGUMENT]...", {"web", "a", "-b", "c"}) == "");
  CHECK(fault("", {}) == "");
  CHECK(fault("", {"x"}) == "argument 'x' is one too many");
}

// What glibc makes of the same words: the flags in order as "name=value", then the arguments.
std::string by_getopt(Words words, bool& fault) {
  static const option kLong[] = {{"all", 0, nullptr, 'a'},      {"detach", 0, nullptr, 'd'},
                                 {"no-pivot", 0, nullptr, 'p'}, {"no-new-keyring", 0, nullptr, 'k'},
                                 {"bundle", 1, nullptr, 'b'},   {}};
  words.insert(words.begin(), "test");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  int argc = static_cast<int>(words.size());
  std::string seen, arguments;
  opterr = 0;
  optind = 0;
  int code;
  // The leading '-' hands out arguments in place, as code 1.
  while ((code = getopt_long_only(argc, argv.data(), "-:adb:", kLong, nullptr)) != -1) {
    if (code == 1)
      arguments += format(" {}", optarg);
    else if (code == '?' || code == ':')
      fault = true;
    else
      seen += format("{}={} ", static_cast<char>(code), optarg ? optarg : "");
  }
  while (optind < argc) arguments += format(" {}", argv[static_cast<size_t>(optind++)]);
  return seen + "|" + arguments;
}

std::string by_parse(const Words& words, bool& fault) {
  std::string seen;
  auto flag = [&seen](std::string_view name, std::string_view letters, std::string_view value,
                      char code) {
    return Option{name, letters, value, "", [&seen, code, value](std::string_view given) {
                    seen += format("{}={} ", code, value.empty() ? "" : given);
                    return Result<void>();
                  }};
  };
  std::vector<Option> table = {flag("all", "a", "", 'a'), flag("detach", "d", "", 'd'),
                               flag("no-pivot", "", "", 'p'), flag("no-new-keyring", "", "", 'k'),
                               flag("bundle", "b", "DIR", 'b')};
  Parsed parsed = parse(words, table, {}, Flags::Anywhere);
  fault = parsed.fault.has_value();
  std::string arguments;
  for (const std::string& argument : parsed.arguments) arguments += format(" {}", argument);
  return seen + "|" + arguments;
}

TEST_CASE("the parser and getopt_long_only agree on words both understand") {
  // Without "=" behind switches and letters: there hull takes more than glibc.
  const Words kWords = {"--all",    "-all", "--al",       "-a",        "-ad",      "-da",
                        "--detach", "-det", "--no-p",     "-no-n",     "--bundle", "-b",
                        "-abX",     "-bX",  "--bundle=X", "-bundle=Y", "--bun",    "web",
                        "9",        "-",    "--",         "--no",      "-adx",     "--bogus"};
  std::mt19937 random(1);
  size_t compared = 0;
  for (int round = 0; round < 5000; round++) {
    Words words;
    for (size_t count = random() % 5; count > 0; count--)
      words.push_back(kWords[random() % kWords.size()]);
    bool fault = false, our_fault = false;
    std::string expected = by_getopt(words, fault);
    std::string ours = by_parse(words, our_fault);
    CAPTURE(join(words, " "));
    CHECK(our_fault == fault);
    // What follows a fault differs: hull takes nothing of a bundle with an unknown letter.
    if (fault) continue;
    CHECK(ours == expected);
    compared++;
  }
  CHECK(compared > 2000);
}

}  // namespace
}  // namespace hull::cmd
