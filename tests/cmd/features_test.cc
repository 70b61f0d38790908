// SPDX-License-Identifier: Apache-2.0
#include "cmd/features.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cmd/version.h"
#include "kit/power.h"
#include "kit/source.h"
#include "spec/annotations.h"
#include "spec/codec.h"

namespace hull::cmd {
namespace {

// What stands behind `key` in the document, up to the end of its line.
std::string line(const std::string& document, std::string_view key) {
  size_t at = document.find("\"" + std::string(key) + "\": ");
  if (at == std::string::npos) return "absent";
  at += key.size() + 4;
  std::string rest = document.substr(at, document.find('\n', at) - at);
  if (rest.ends_with(',')) rest.pop_back();
  return rest;
}

bool has(const std::vector<std::string>& list, const char* word) {
  return std::ranges::find(list, word) != list.end();
}

TEST_CASE("the document says what is built in, and names every part that isn't") {
  std::string document = spec::encode(features(), {.count = 2});
  CHECK(line(document, "ociVersionMin") == "\"1.0.0\"");
  CHECK(line(document, "ociVersionMax") == "\"1.3.0\"");
  CHECK(line(document, "v1") == "true");
  CHECK(line(document, "v2") == "true");
  CHECK(line(document, "systemd") == "true");
  CHECK(line(document, "systemdUser") == "true");
  CHECK(line(document, "rdma") == "false");
  CHECK(line(document, "schemata") == "true");
  CHECK(line(document, "monitoring") == "true");
  CHECK(features().linux_section->memory_policy->modes.size() == 7);
  CHECK(features().linux_section->memory_policy->flags.size() == 3);
  CHECK(line(document, "run.oci.hull.version") == "\"" + std::string(kVersion) + "\"");
  CHECK(
      line(document, "run.oci.hull.landlock.rights") ==
      "\"execute write_file read_file read_dir remove_dir remove_file make_char make_dir make_reg "
      "make_sock make_fifo make_block make_sym refer truncate ioctl_dev\"");
  auto enabled = [&document](std::string_view part) {
    size_t at = document.find("\"" + std::string(part) + "\": {");
    return at == std::string::npos ? "absent" : line(document.substr(at), "enabled");
  };
  for (const char* part : {"intelRdt", "netDevices", "seccomp", "apparmor", "selinux", "idmap"}) {
    CAPTURE(part);
    CHECK(enabled(part) == "true");
  }
}

TEST_CASE("the document keeps schema/features.json") {
  rapidjson::Document parsed;
  parsed.Parse(kit::read(kit::source_path("schema/features.json")).c_str());
  REQUIRE_FALSE(parsed.HasParseError());
  rapidjson::SchemaDocument schema(parsed);
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document document;
  document.Parse(spec::encode(features()).c_str());
  REQUIRE_FALSE(document.HasParseError());
  CHECK(document.Accept(validator));
  // A schema that let everything through would prove nothing.
  document.RemoveMember("ociVersionMax");
  validator.Reset();
  CHECK_FALSE(document.Accept(validator));
}

TEST_CASE("seccomp's words are the specification's") {
  const auto seccomp = features().linux_section->seccomp;
  REQUIRE(seccomp);
  CHECK(seccomp->enabled == true);
  CHECK(seccomp->actions.size() == 9);
  CHECK(has(seccomp->actions, "SCMP_ACT_NOTIFY"));
  CHECK(seccomp->operators.size() == 7);
  CHECK(has(seccomp->archs, "SCMP_ARCH_X86_64"));
  CHECK(has(seccomp->archs, "SCMP_ARCH_AARCH64"));
  CHECK(seccomp->known_flags.size() == 4);
  CHECK(features().annotations.contains("io.github.seccomp.libseccomp.version"));
}

TEST_CASE("the flags of seccomp that the kernel supports are known ones") {
  if (kit::lacks({kit::kSeccomp})) return;
  const auto seccomp = features().linux_section->seccomp;
  REQUIRE(seccomp);
  // Of Linux 4.14; all kernels that hull runs on have it.
  CHECK(has(seccomp->supported_flags, "SECCOMP_FILTER_FLAG_LOG"));
  for (const std::string& flag : seccomp->supported_flags)
    CHECK(has(seccomp->known_flags, flag.c_str()));
}

TEST_CASE("the annotation for Landlock is named as one that changes what happens") {
  CHECK(std::ranges::count(features().potentially_unsafe_config_annotations,
                           "run.oci.hull.landlock") == 1);
}

TEST_CASE(
    "callers of runc or crun find the annotations of that name, and nothing else is different") {
  const spec::Features own = features();
  const std::string version = std::string(kVersion) + "+hull";
  for (auto [compat, key] : {std::pair(life::Compat::Runc, "org.opencontainers.runc"),
                             std::pair(life::Compat::Crun, "run.oci.crun")}) {
    CAPTURE(key);
    spec::Features named = features(compat);
    CHECK(named.annotations[std::string(key) + ".version"] == version);
    CHECK(named.annotations[std::string(key) + ".commit"] == kCommit);
    CHECK(named.annotations["org.opencontainers.runc.checkpoint.enabled"] == "true");
    CHECK_FALSE(own.annotations.contains(std::string(key) + ".version"));
    std::erase_if(named.annotations,
                  [&own](const auto& entry) { return !own.annotations.contains(entry.first); });
    CHECK(spec::encode(named) == spec::encode(own));
  }
}

TEST_CASE("every annotation that is obeyed or refused is named, and the former told apart") {
  const spec::Features made = features();
  const std::string obeyed = " " + made.annotations.at("run.oci.hull.config-annotations") + " ";
  CHECK(made.potentially_unsafe_config_annotations.size() == spec::annotations::known().size());
  for (const auto& [key, treatment] : spec::annotations::known()) {
    CAPTURE(key);
    CHECK(std::ranges::count(made.potentially_unsafe_config_annotations, key) == 1);
    const bool is_listed = obeyed.find(" " + std::string(key) + " ") != std::string::npos;
    CHECK(is_listed == (treatment == spec::annotations::Treatment::Obeyed));
  }
}

TEST_CASE("hooks and namespaces are those of the specification") {
  spec::Features made = features();
  CHECK(made.hooks == std::vector<std::string>{"prestart", "createRuntime", "createContainer",
                                               "startContainer", "poststart", "poststop"});
  REQUIRE(made.linux_section);
  CHECK(made.linux_section->namespaces == std::vector<std::string>{"cgroup", "ipc", "mount",
                                                                   "network", "pid", "time", "user",
                                                                   "uts"});
}

TEST_CASE("mount options and capabilities have no word twice") {
  spec::Features made = features();
  std::set<std::string> words(made.mount_options.begin(), made.mount_options.end());
  CHECK(words.size() == made.mount_options.size());
  CHECK(std::ranges::is_sorted(made.mount_options));
  for (const char* word : {"ro", "rbind", "rprivate", "rro", "tmpcopyup", "idmap", "nosymfollow"}) {
    CAPTURE(word);
    CHECK(words.contains(word));
  }
  const auto& capabilities = made.linux_section->capabilities;
  CHECK(capabilities.size() >= 41);
  CHECK(capabilities.front() == "CAP_CHOWN");
  CHECK(capabilities.at(40) == "CAP_CHECKPOINT_RESTORE");
}

}  // namespace
}  // namespace hull::cmd
