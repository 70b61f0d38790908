// SPDX-License-Identifier: Apache-2.0
#include "life/exec_process.h"

#include <doctest/doctest.h>
#include <sys/mman.h>

#include <cerrno>

#include "base/text.h"
#include "spec/codec.h"
#include "sys/fd.h"
#include "sys/file.h"

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

/// A container's process that has every member.
spec::Process confined() {
  spec::Process process = containers();
  process.capabilities.emplace().bounding = {"CAP_KILL"};
  process.capabilities->inheritable = {"CAP_KILL"};
  process.rlimits = {{.type = "RLIMIT_NOFILE", .soft = 64, .hard = 64}};
  process.no_new_privileges = true;
  process.apparmor_profile = "web";
  process.selinux_label = "a:b:c";
  process.oom_score_adj = 100;
  process.scheduler = {.policy = "SCHED_BATCH", .nice = 5, .flags = {}};
  process.io_priority = {.io_class = "IOPRIO_CLASS_BE", .priority = 6};
  process.exec_cpu_affinity = {.initial = "0", .final = "0"};
  return process;
}

/// What `exec --process` makes of a file with this text.
Result<spec::Process> of_file(std::string_view text, const spec::Process& over = confined()) {
  sys::Fd file(::memfd_create("process.json", MFD_CLOEXEC));
  REQUIRE(::write(file.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  ExecOptions options;
  options.process = format("/proc/self/fd/{}", file.number());
  std::vector<std::string> warnings;
  auto none = [](const std::string& path) { return Result<std::string>(Error::system(path, 2)); };
  return process_to_execute(over, options, none, warnings);
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

TEST_CASE("what a file lacks is the container's, but for command and terminal") {
  auto process = of_file(R"({"args": ["true"]})");
  REQUIRE_MESSAGE(process, process.error().message());
  spec::Process expected = confined();
  expected.args = {"true"};
  expected.terminal = false;
  expected.console_size.reset();
  CHECK(spec::encode(*process) == spec::encode(expected));
  // A null is as good as nothing.
  process = of_file(R"({"args": ["true"], "capabilities": null, "noNewPrivileges": null,
      "user": null, "rlimits": null, "apparmorProfile": null})");
  REQUIRE(process);
  CHECK(spec::encode(*process) == spec::encode(expected));
  CHECK(of_file(R"({"cwd": "/"})").error().message() == "--process: /args: is missing or empty");
}

TEST_CASE("what a file has is the whole of its statement") {
  auto process = of_file(R"({"args": ["true"], "cwd": "/", "terminal": true, "env": [],
      "consoleSize": {"height": 1, "width": 2}, "capabilities": {"effective": ["CAP_CHOWN"]},
      "rlimits": [], "noNewPrivileges": false, "apparmorProfile": "other", "selinuxLabel": "d",
      "oomScoreAdj": 0, "scheduler": {"policy": "SCHED_IDLE"},
      "ioPriority": {"class": "IOPRIO_CLASS_IDLE"}, "execCPUAffinity": {"final": "1"}})");
  REQUIRE_MESSAGE(process, process.error().message());
  CHECK(process->terminal);
  CHECK(process->console_size->width == 2);
  CHECK(process->cwd == "/");
  CHECK(process->env.empty());
  CHECK(process->capabilities->bounding.empty());
  CHECK(process->capabilities->inheritable.empty());
  CHECK(process->capabilities->effective == std::vector<std::string>{"CAP_CHOWN"});
  CHECK(process->rlimits.empty());
  CHECK_FALSE(process->no_new_privileges);
  CHECK(process->apparmor_profile == "other");
  CHECK(process->selinux_label == "d");
  CHECK(process->oom_score_adj == 0);
  CHECK(process->scheduler->policy == "SCHED_IDLE");
  CHECK(process->scheduler->nice == 0);
  CHECK(process->io_priority->priority == 0);
  CHECK(process->exec_cpu_affinity->initial.empty());
  process = of_file(R"({"args": ["true"], "capabilities": {}})");
  REQUIRE(process);
  REQUIRE(process->capabilities);
  CHECK(process->capabilities->bounding.empty());
}

TEST_CASE("a file's user replaces the container's, but for the umask") {
  auto process = of_file(R"({"args": ["true"], "user": {"uid": 9, "gid": 0}})");
  REQUIRE(process);
  CHECK(process->user.uid == 9);
  CHECK(process->user.gid == 0);
  CHECK(process->user.additional_gids.empty());
  CHECK(process->user.umask == 077);
  process = of_file(R"({"args": ["true"], "user": {"uid": 9, "gid": 9, "umask": 0}})");
  REQUIRE(process);
  CHECK(process->user.umask == 0);
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
