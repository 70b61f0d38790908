// SPDX-License-Identifier: Apache-2.0
#include "cmd/globals.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

struct Outcome : Globals {
  std::vector<std::string> arguments;
  std::string fault;
};

Outcome read(std::vector<std::string> words) {
  Outcome outcome;
  Parsed parsed = parse(words, global_options(outcome), {}, Flags::First);
  outcome.arguments = parsed.arguments;
  if (parsed.fault) outcome.fault = parsed.fault->message();
  return outcome;
}

TEST_CASE("the global flags of a containerd shim are understood") {
  Outcome outcome = read({"--root", "/run/containerd/runc/k8s.io", "--log", "/b/log.json",
                          "--log-format", "json", "create", "--bundle", "/b"});
  CHECK(outcome.fault == "");
  CHECK(outcome.root == "/run/containerd/runc/k8s.io");
  CHECK(outcome.log == "/b/log.json");
  CHECK(log_format(outcome) == Log::Format::Json);
  CHECK(outcome.arguments == std::vector<std::string>{"create", "--bundle", "/b"});
}

TEST_CASE("the log shows errors alone unless asked for more") {
  CHECK(log_level(read({})) == Log::Level::Error);
  CHECK(log_level(read({"--log-level=warning"})) == Log::Level::Warning);
  CHECK(log_level(read({"--log-level=debug"})) == Log::Level::Debug);
  CHECK(log_level(read({"--debug"})) == Log::Level::Debug);
  CHECK(read({"--log-level=info"}).fault ==
        "--log-level: 'info' is not one of error, warning, debug");
  CHECK(read({"--log-format=xml"}).fault == "--log-format: 'xml' is not one of text, json");
}

TEST_CASE("the cgroup driver can be asked for in either of the peers' ways") {
  CHECK(cgroup_manager(read({})) == life::CgroupManager::Cgroupfs);
  CHECK(cgroup_manager(read({"--systemd-cgroup"})) == life::CgroupManager::Systemd);
  CHECK(cgroup_manager(read({"--cgroup-manager", "systemd"})) == life::CgroupManager::Systemd);
  CHECK(cgroup_manager(read({"--systemd-cgroup=false"})) == life::CgroupManager::Cgroupfs);
  CHECK(cgroup_manager(read({"--systemd-cgroup", "--systemd-cgroup=false"})) ==
        life::CgroupManager::Cgroupfs);
  CHECK(cgroup_manager(read({"--cgroup-manager=disabled"})) == life::CgroupManager::Disabled);
  CHECK(cgroup_manager(read({"--cgroup-manager=disabled", "--systemd-cgroup=false"})) ==
        life::CgroupManager::Disabled);
  CHECK(read({"--cgroup-manager=cgroup"}).fault ==
        "--cgroup-manager: 'cgroup' is not one of cgroupfs, systemd, disabled");
  CHECK(read({"--systemd-cgroup=x"}).fault == "--systemd-cgroup: 'x' is neither true nor false");
}

TEST_CASE("systemd has half a minute, or as long as it is given") {
  CHECK(read({}).systemd_timeout == 30);
  CHECK(read({"--systemd-timeout=5"}).systemd_timeout == 5);
  for (const char* text : {"0", "86401", "1s", ""})
    CHECK(read({"--systemd-timeout", text}).fault ==
          "--systemd-timeout: '" + std::string(text) + "' is not a number from 1 to 86400");
}

TEST_CASE("whether to do without privileges is one of three words") {
  CHECK(read({}).rootless == "auto");
  CHECK(read({"--rootless=auto", "--rootless", "false"}).rootless == "false");
  CHECK(read({"--rootless=true"}).rootless == "true");
  CHECK(read({"--rootless=x"}).fault == "--rootless: 'x' is not one of true, false, auto");
}

TEST_CASE("the program criu may be named") {
  CHECK(read({}).criu.empty());
  CHECK(read({"--criu", "/opt/criu"}).criu == "/opt/criu");
}

TEST_CASE("the state root follows the program's name and, for others than root, their directory") {
  CHECK(default_root({"hull", "", true}) == "/run/hull");
  CHECK(default_root({"runc", "/run/user/0", true}) == "/run/runc");
  CHECK(default_root({"hull", "/run/user/1000", false}) == "/run/user/1000/hull");
  CHECK(default_root({"hull", "", false}) == "/run/hull");
}

TEST_CASE("the state root is absolute and never the root directory") {
  auto root = [](std::string given) -> std::string {
    Globals globals;
    globals.root = given;
    Result<std::string> made = state_root(globals, {"hull", "", true}, "/srv/here");
    return made ? *made : made.error().message();
  };
  CHECK(root("") == "/run/hull");
  CHECK(root("state") == "/srv/here/state");
  CHECK(root("../state/") == "/srv/state");
  CHECK(root("/r//x/.") == "/r/x");
  CHECK(root("/r/..") == "--root: '/' can't hold the state of containers");
}

}  // namespace
}  // namespace hull::cmd
