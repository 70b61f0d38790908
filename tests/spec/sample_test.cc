// SPDX-License-Identifier: Apache-2.0
#include "spec/sample.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "spec/codec.h"
#include "spec/rules.h"

namespace hull::spec {
namespace {

std::string namespaces(const Config& config) {
  std::vector<std::string> types;
  for (const Namespace& one : config.linux_section.namespaces) types.push_back(one.type);
  return join(types, " ");
}

std::string destinations(const Config& config) {
  std::vector<std::string> paths;
  for (const Mount& mount : config.mounts) paths.push_back(mount.destination);
  return join(paths, " ");
}

}  // namespace

TEST_CASE("the sample keeps all rules and survives being written and read") {
  for (const SampleOptions& options :
       {SampleOptions{}, SampleOptions{.rootless = SampleOptions::Rootless{1000, 1001}}}) {
    Config config = sample(options);
    Result<std::vector<std::string>> checked = check_config(config);
    REQUIRE(checked);
    CHECK(checked->empty());
    Decoded<Config> read = decode_config(encode(config, {1, '\t'}), "config.json").value();
    CHECK(read.warnings.empty());
    CHECK(encode(read.value) == encode(config));
  }
}

TEST_CASE("the sample is an interactive shell in a read-only rootfs") {
  Config config = sample({.hostname = "box"});
  CHECK(config.hostname == "box");
  CHECK(config.root.path == "rootfs");
  CHECK(config.root.readonly);
  CHECK(config.process->terminal);
  CHECK(config.process->args == std::vector<std::string>{"sh"});
  CHECK(config.process->no_new_privileges);
  CHECK(config.process->capabilities->ambient.empty());
  CHECK(destinations(config) == "/proc /dev /dev/pts /dev/shm /dev/mqueue /sys /sys/fs/cgroup");
  CHECK(namespaces(config) == "pid network ipc uts mount cgroup");
  REQUIRE(config.linux_section.resources);
  CHECK(encode(*config.linux_section.resources) ==
        R"({"devices":[{"allow":false,"access":"rwm"}]})");
}

TEST_CASE("without cgroup v2 the sample asks for no cgroup namespace") {
  CHECK(namespaces(sample({.cgroup_namespace = false})) == "pid network ipc uts mount");
}

TEST_CASE("the rootless sample maps the caller's ids and needs no privilege") {
  Config config = sample({.rootless = SampleOptions::Rootless{1000, 1001}});
  CHECK(namespaces(config) == "pid ipc uts mount cgroup user");
  CHECK(encode(config.linux_section.uid_mappings[0]) ==
        R"({"containerID":0,"hostID":1000,"size":1})");
  CHECK(encode(config.linux_section.gid_mappings[0]) ==
        R"({"containerID":0,"hostID":1001,"size":1})");
  CHECK_FALSE(config.linux_section.resources);
  CHECK(destinations(config) == "/proc /dev /dev/pts /dev/shm /dev/mqueue /sys /sys/fs/cgroup");
  CHECK(config.mounts[5].options ==
        std::vector<std::string>{"rbind", "nosuid", "noexec", "nodev", "rro"});
  CHECK(config.mounts[6].options.back() == "ro");
  CHECK(config.mounts[2].options ==
        std::vector<std::string>{"nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620"});
}

}  // namespace hull::spec
