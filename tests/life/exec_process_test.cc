// SPDX-License-Identifier: Apache-2.0
#include "life/exec_process.h"

#include <doctest/doctest.h>

#include <cerrno>

namespace hull::life {
namespace {

spec::Process containers() {
  spec::Process process;
  process.args = {"init"};
  process.cwd = "/srv";
  process.env = {"A=1"};
  process.user = {.uid = 5, .gid = 6, .umask = 077, .additional_gids = {7}, .username = ""};
  process.terminal = true;
  process.console_size = spec::ConsoleSize{25, 80};
  return process;
}

ExecOptions asked() {
  ExecOptions options;
  options.args = {"true", "-x"};
  return options;
}

/// A container without accounts.
Result<std::string> no_files(const std::string& path) {
  return Error::system(path, ENOENT);
}

}  // namespace

TEST_CASE("a user's name brings its ids and groups, in place of the container's") {
  ExecOptions options = asked();
  options.user = "web";
  options.additional_gids = {8};
  bool groups = true;
  auto files = [&](const std::string& path) -> Result<std::string> {
    if (path == "/etc/passwd")
      return std::string("web:x:33:34::/srv:/bin/sh\n33:x:1:1::/:/bin/sh\n");
    if (path == "/etc/group" && groups) return std::string("adm:x:4:web\n");
    return Error::system(path, ENOENT);
  };
  auto process = with_flags(containers(), options, files);
  REQUIRE(process);
  CHECK(process->user.uid == 33);
  CHECK(process->user.gid == 34);
  CHECK(process->user.additional_gids == std::vector<std::uint32_t>{4, 8});
  groups = false;
  CHECK(with_flags(containers(), options, files)->user.additional_gids ==
        std::vector<std::uint32_t>{8});
  options.user = "33";
  CHECK(with_flags(containers(), options, files)->user.uid == 33);
  options.user = "nobody";
  CHECK(with_flags(containers(), options, files).error().message() ==
        "--user 'nobody': is not in the container's /etc/passwd");
  CHECK(with_flags(containers(), options, no_files).error().message() ==
        "--user 'nobody': /etc/passwd: no such file or directory");
}

TEST_CASE("without flags a process is as the container's, but for args and terminal") {
  auto process = with_flags(containers(), asked(), no_files);
  REQUIRE(process);
  CHECK(process->args == std::vector<std::string>{"true", "-x"});
  CHECK_FALSE(process->terminal);
  CHECK_FALSE(process->console_size);
  CHECK(process->cwd == "/srv");
  CHECK(process->env == std::vector<std::string>{"A=1"});
  CHECK(process->user.uid == 5);
  CHECK(process->user.umask == 077);
}

TEST_CASE("flags add to lists and replace the rest") {
  ExecOptions options = asked();
  options.env = {"A=2"};
  options.additional_gids = {8};
  options.cwd = "/";
  options.user = "9:0";
  options.terminal = true;
  options.no_new_privileges = true;
  options.apparmor_profile = "p";
  options.selinux_label = "l";
  auto process = with_flags(containers(), options, no_files);
  REQUIRE(process);
  CHECK(process->env == std::vector<std::string>{"A=1", "A=2"});
  CHECK(process->user.additional_gids == std::vector<std::uint32_t>{7, 8});
  CHECK(process->cwd == "/");
  CHECK(process->user.uid == 9);
  CHECK(process->user.gid == 0);
  CHECK(process->terminal);
  CHECK(process->no_new_privileges);
  CHECK(process->apparmor_profile == "p");
  CHECK(process->selinux_label == "l");
}

TEST_CASE("a user without a group keeps the container's") {
  ExecOptions options = asked();
  options.user = "0";
  auto process = with_flags(containers(), options, no_files);
  REQUIRE(process);
  CHECK(process->user.uid == 0);
  CHECK(process->user.gid == 6);
}

TEST_CASE("only UID[:GID] in decimal is a user") {
  for (const char* user : {" 1", "1 ", "+1", "-1", "0x1", "1:", ":1", "1:2:3", "4294967295",
                           "4294967296", "1:4294967295", "bob", "99999999999999999999"}) {
    CAPTURE(user);
    ExecOptions options = asked();
    options.user = user;
    auto process = with_flags(containers(), options, no_files);
    REQUIRE_FALSE(process);
    CHECK(process.error().message().starts_with("--user '"));
  }
}

TEST_CASE("an added capability is inheritable and ambient only beside others") {
  ExecOptions options = asked();
  options.capabilities = {"CAP_KILL"};
  auto process = with_flags(containers(), options, no_files);
  REQUIRE(process);
  REQUIRE(process->capabilities);
  const std::vector<std::string> kill = {"CAP_KILL"};
  CHECK(process->capabilities->bounding == kill);
  CHECK(process->capabilities->effective == kill);
  CHECK(process->capabilities->permitted == kill);
  CHECK(process->capabilities->inheritable.empty());
  CHECK(process->capabilities->ambient.empty());
  spec::Process before = containers();
  before.capabilities.emplace().inheritable = {"CAP_CHOWN"};
  process = with_flags(before, options, no_files);
  REQUIRE(process);
  CHECK(process->capabilities->inheritable == std::vector<std::string>{"CAP_CHOWN", "CAP_KILL"});
  CHECK(process->capabilities->ambient == kill);
}

TEST_CASE("a command is needed, and with a file there is none") {
  CHECK_FALSE(with_flags(containers(), ExecOptions(), no_files));
  ExecOptions options = asked();
  options.process = "process.json";
  std::vector<std::string> warnings;
  auto refused = process_to_execute(containers(), options, no_files, warnings);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message() == "--process: has the command; 'true' is one too many");
}

}  // namespace hull::life
