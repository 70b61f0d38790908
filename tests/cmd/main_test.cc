// SPDX-License-Identifier: Apache-2.0
// The built program as its callers see it: streams, log, exit status.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"

namespace hull {
namespace {

// build/hull beside build/tests, where this binary is.
std::string program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "hull";
}

// A directory of its own for each test case.
struct Directory {
  Directory() {
    char name[] = "/tmp/hull-test-XXXXXX";
    REQUIRE(mkdtemp(name));
    path = name;
  }
  ~Directory() { std::filesystem::remove_all(path); }
  std::string operator/(std::string_view name) const { return path + "/" + std::string(name); }
  std::string path;
};

std::string contents(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

enum class Stream { File, Closed, Abandoned };

struct Outcome {
  /// As wait(2) gives it.
  int status = 0;
  std::string out, err;
};

struct Streams {
  Stream out = Stream::File;
  Stream err = Stream::File;
};

// Puts `kind` of stream at descriptor `number`; runs in the child.
void place(Stream kind, int number, const std::string& file) {
  if (kind == Stream::Closed) {
    close(number);
  } else if (kind == Stream::Abandoned) {
    // A pipe without a reader.
    int ends[2];
    if (pipe(ends) != 0) _exit(99);
    close(ends[0]);
    dup2(ends[1], number);
    close(ends[1]);
  } else {
    int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    dup2(fd, number);
  }
}

Outcome run(const std::string& path, std::vector<std::string> words, Streams streams = {}) {
  Directory directory;
  std::string out = directory / "out", err = directory / "err";
  words.insert(words.begin(), path);
  // What runs a program of another machine: meson tells it to the tests of a cross build.
  if (const char* wrapper = getenv("MESON_EXE_WRAPPER")) {
    const auto front = split(wrapper, ' ');
    words.insert(words.begin(), front.begin(), front.end());
  }
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    signal(SIGPIPE, SIG_DFL);
    place(streams.out, STDOUT_FILENO, out);
    place(streams.err, STDERR_FILENO, err);
    execvp(argv[0], argv.data());
    _exit(98);
  }
  Outcome outcome;
  REQUIRE(waitpid(child, &outcome.status, 0) == child);
  outcome.out = contents(out);
  outcome.err = contents(err);
  return outcome;
}

Outcome hull(std::vector<std::string> words, Streams streams = {}) {
  return run(program(), std::move(words), streams);
}

int exit_status(const Outcome& outcome) {
  return WIFEXITED(outcome.status) ? WEXITSTATUS(outcome.status) : -WTERMSIG(outcome.status);
}

TEST_CASE("a failure is one line on standard error and exit status 1") {
  Outcome outcome = hull({"kill", "web", "SIGFOO"});
  CHECK(exit_status(outcome) == 1);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "hull: kill 'web': unknown signal 'SIGFOO'\n");
}

TEST_CASE("a failure is also one error record in the log") {
  Directory directory;
  std::string log = directory / "log";
  Outcome outcome = hull({"--log", log, "--log-format", "json", "kill", "web", "SIGFOO"});
  CHECK(exit_status(outcome) == 1);
  CHECK(outcome.err == "hull: kill 'web': unknown signal 'SIGFOO'\n");
  const std::regex kRecord(
      R"re(\{"level":"error","msg":"kill 'web': unknown signal 'SIGFOO'","time":"[0-9T:.-]+Z"\}\n)re");
  CHECK(std::regex_match(contents(log), kRecord));
}

TEST_CASE("a wrong command line is logged too, wherever the log is named") {
  Directory directory;
  std::string log = directory / "log";
  for (std::vector<std::string> words :
       {std::vector<std::string>{"--invalidflag", "--log", log, "start", "web"},
        {"--log", log, "nosuchcommand"},
        {"create", "--invalidflag", "web", "--log", log}}) {
    std::filesystem::remove(log);
    Outcome outcome = hull(words);
    CHECK(exit_status(outcome) == 1);
    std::string text = contents(log);
    auto lines = split(text, '\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].find(" level=error msg=") != std::string_view::npos);
    CHECK(lines[1] == "");
  }
}

TEST_CASE("the log is made even when nothing is logged") {
  Directory directory;
  Outcome outcome = hull({"--log", directory / "log", "features"});
  CHECK(exit_status(outcome) == 0);
  CHECK(std::filesystem::exists(directory / "log"));
  CHECK(contents(directory / "log") == "");
}

TEST_CASE("files that lie about in the state root are no containers") {
  Directory directory;
  { std::ofstream(directory / "stray") << "x"; }
  Outcome outcome = hull({"--root", directory.path, "list", "-q"});
  CHECK(exit_status(outcome) == 0);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "");
}

TEST_CASE("a debug log names what is done, where, and how it ends") {
  Directory directory;
  std::string log = directory / "log";
  Outcome outcome = hull({"--log", log, "--debug", "--root", directory.path, "list", "-q"});
  CHECK(exit_status(outcome) == 0);
  CHECK(outcome.err == "");
  std::string text = contents(log);
  CHECK(text.find("level=debug msg=\"list in state root '" + directory.path + "'\"\n") !=
        std::string::npos);
  CHECK(text.ends_with(" level=debug msg=\"exit status 0\"\n"));
}

TEST_CASE("a log that can't be opened is a failure before anything is done") {
  Directory directory;
  Outcome outcome = hull({"--log", "/nonexistent/log", "spec", "-b", directory.path});
  CHECK(exit_status(outcome) == 1);
  CHECK(outcome.err.starts_with("hull: --log: "));
  CHECK(outcome.err.find("'/nonexistent/log'") != std::string::npos);
  CHECK(outcome.err.ends_with(": no such file or directory\n"));
  CHECK(std::filesystem::is_empty(directory.path));
}

TEST_CASE("without a log file the JSON record stands on standard error, once") {
  Outcome outcome = hull({"--log-format=json", "kill", "web", "SIGFOO"});
  CHECK(
      outcome.err.starts_with(R"({"level":"error","msg":"kill 'web': unknown signal 'SIGFOO'",)"));
  CHECK(split(outcome.err, '\n').size() == 2);
}

TEST_CASE("success is silent on standard error") {
  for (std::vector<std::string> words :
       {std::vector<std::string>{"--version"}, {"--help"}, {"help", "create"}, {"features"}}) {
    Outcome outcome = hull(words);
    CHECK(exit_status(outcome) == 0);
    CHECK(outcome.err == "");
    CHECK(outcome.out.ends_with('\n'));
  }
}

TEST_CASE("a reader that has gone away is a failure, not the death of the program") {
  Outcome outcome = hull({"features"}, {.out = Stream::Abandoned});
  CHECK(exit_status(outcome) == 1);
  CHECK(outcome.err.starts_with("hull: features: standard output: "));
  CHECK(outcome.err.ends_with(": broken pipe\n"));
  CHECK(exit_status(hull({"kill", "web", "SIGFOO"}, {.err = Stream::Abandoned})) == 1);
}

TEST_CASE("closed standard streams are replaced before anything takes their numbers") {
  Directory directory;
  Outcome outcome = hull({"--log", directory / "log", "features"}, {.out = Stream::Closed});
  CHECK(exit_status(outcome) == 0);
  // The log would have become standard output.
  CHECK(contents(directory / "log") == "");
  CHECK(exit_status(hull({"kill", "web", "SIGFOO"}, {.err = Stream::Closed})) == 1);
}

TEST_CASE("messages begin with the name that the program was called by") {
  Directory directory;
  std::filesystem::create_symlink(program(), directory / "runc");
  Outcome outcome = run(directory / "runc", {"kill", "web", "SIGFOO"});
  CHECK(outcome.err == "runc: kill 'web': unknown signal 'SIGFOO'\n");
}

TEST_CASE("the state root may not be the root directory") {
  Outcome outcome = hull({"--root", "/", "list"});
  CHECK(exit_status(outcome) == 1);
  CHECK(outcome.err == "hull: list: --root: '/' can't hold the state of containers\n");
}

TEST_CASE("spec writes a configuration and never replaces one") {
  Directory directory;
  Outcome first = hull({"spec", "--bundle", directory.path});
  CHECK(exit_status(first) == 0);
  CHECK(first.out == "");
  CHECK(first.err == "");
  std::string text = contents(directory / "config.json");
  CHECK(text.find("\"ociVersion\": \"1.3.0\"") != std::string::npos);
  CHECK(text.find("\"user\"") != std::string::npos);
  CHECK(text.find("\"uidMappings\"") == std::string::npos);

  Outcome second = hull({"spec", "--bundle", directory.path});
  CHECK(exit_status(second) == 1);
  CHECK(second.err == "hull: spec: '" + directory.path + "/config.json' exists; remove it first\n");
  CHECK(contents(directory / "config.json") == text);

  CHECK(exit_status(hull({"spec", "-b", directory.path, "-f", "rootless.json", "--rootless"})) ==
        0);
  CHECK(contents(directory / "rootless.json").find("\"uidMappings\"") != std::string::npos);

  Outcome lost = hull({"spec", "-b", "/nonexistent"});
  CHECK(exit_status(lost) == 1);
  CHECK(lost.err.find("'/nonexistent/config.json'") != std::string::npos);
  CHECK(lost.err.ends_with(": no such file or directory\n"));
}

}  // namespace
}  // namespace hull
