// SPDX-License-Identifier: Apache-2.0
#include "cmd/logging.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "base/text.h"

namespace hull::cmd {
namespace {

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

// A log daemon's socket.
struct Daemon {
  explicit Daemon(const std::string& path) : fd(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    REQUIRE(bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  }
  ~Daemon() { close(fd); }
  std::string receive() const {
    char text[4096];
    ssize_t size = recv(fd, text, sizeof text, MSG_DONTWAIT);
    return size < 0 ? "nothing" : std::string(text, static_cast<size_t>(size));
  }
  int fd;
};

std::string failure(std::string log) {
  Globals globals;
  globals.log = std::move(log);
  Result<Log> opened = open_log(globals);
  return opened ? "" : opened.error().message();
}

TEST_CASE("a log is a file unless it names another kind") {
  auto target = [](std::string_view text) { return log_target(text).value(); };
  CHECK(target("").kind == LogTarget::Kind::StandardError);
  CHECK(target("/b/log").kind == LogTarget::Kind::File);
  CHECK(target("/b/log").name == "/b/log");
  CHECK(target("file:/b/log").kind == LogTarget::Kind::File);
  CHECK(target("file:/b/log").name == "/b/log");
  CHECK(target("syslog:web").kind == LogTarget::Kind::Syslog);
  CHECK(target("journald:web").kind == LogTarget::Kind::Journal);
  CHECK(target("journald:web").name == "web");
  CHECK(target("other:web").name == "other:web");
}

TEST_CASE("a log without a name is refused") {
  CHECK(failure("syslog:") == "--log: 'syslog:' needs a name of one line after the colon");
  CHECK(failure("file:") == "--log: 'file:' needs a name of one line after the colon");
  CHECK(failure("journald:a\nb") ==
        "--log: 'journald:a b' needs a name of one line after the colon");
}

TEST_CASE("a log file is made at once and appended to") {
  Directory directory;
  Globals globals;
  globals.log = directory / "log";
  globals.log_format = "json";
  { Log unused = open_log(globals).value(); }
  CHECK(contents(globals.log) == "");
  CHECK((std::filesystem::status(globals.log).permissions() & std::filesystem::perms(0600)) ==
        std::filesystem::perms(0600));
  for (const char* message : {"first", "second \"quoted\""}) {
    Log log = open_log(globals).value();
    log.error(message);
    log.warning("not shown");
  }
  auto lines = split(trim(contents(globals.log)), '\n');
  std::string text = contents(globals.log);
  lines = split(trim(text), '\n');
  REQUIRE(lines.size() == 2);
  const std::regex kRecord(
      R"re(\{"level":"error","msg":"first","time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z"\})re");
  CHECK(std::regex_match(std::string(lines[0]), kRecord));
  CHECK(lines[1].find(R"("msg":"second \"quoted\"")") != std::string_view::npos);
}

TEST_CASE("a record is valid UTF-8 without control characters, in every format") {
  Directory directory;
  Globals globals;
  for (const char* format : {"json", "text"}) {
    globals.log = directory / format;
    globals.log_format = format;
    Log log = open_log(globals).value();
    log.error("é\033]0;t\a\xc2\x9b\xff\r\n\"q\"");
    const std::string text = contents(globals.log);
    CHECK(text.find(R"("é\\x1b]0;t\\x07\\xc2\\x9b\\xff  \"q\"")") != std::string::npos);
  }
}

TEST_CASE("a log that can't be opened is refused with its path") {
  CHECK(failure("/nonexistent/log").starts_with("--log: "));
  CHECK(failure("/nonexistent/log").ends_with(": no such file or directory"));
  CHECK(failure("/nonexistent/log").find("'/nonexistent/log'") != std::string::npos);
}

TEST_CASE("records reach syslog with a priority, a name and the bare message") {
  Directory directory;
  LogSockets sockets{.syslog = directory / "syslog", .journal = directory / "journal"};
  Daemon daemon(sockets.syslog);
  Globals globals;
  globals.log = "syslog:web";
  Log log = open_log(globals, sockets).value();
  log.error("it broke");
  CHECK(daemon.receive() == hull::format("<27>web[{}]: it broke", getpid()));
  CHECK(daemon.receive() == "nothing");
}

TEST_CASE("records reach journald as fields") {
  Directory directory;
  LogSockets sockets{.syslog = directory / "syslog", .journal = directory / "journal"};
  Daemon daemon(sockets.journal);
  Globals globals;
  globals.log = "journald:web";
  globals.log_level = "warning";
  Log log = open_log(globals, sockets).value();
  log.warning("line\nbreak");
  CHECK(daemon.receive() == "MESSAGE=line break\nPRIORITY=4\nSYSLOG_IDENTIFIER=web\n");
}

TEST_CASE("a log daemon that doesn't listen is found out before anything is done") {
  Directory directory;
  Globals globals;
  globals.log = "journald:web";
  Result<Log> log =
      open_log(globals, {.syslog = directory / "syslog", .journal = directory / "journal"});
  REQUIRE_FALSE(log);
  CHECK(log.error().message() ==
        hull::format("--log: connect('{}'): no such file or directory", directory / "journal"));
}

}  // namespace
}  // namespace hull::cmd
