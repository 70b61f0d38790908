// SPDX-License-Identifier: Apache-2.0
// The schemas that we publish: that they say what our lists say, and what they let through.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "kit/source.h"
#include "spec/codec.h"
#include "spec/features.h"
#include "spec/landlock.h"
#include "spec/sample.h"
#include "spec/schema_walk.h"
#include "spec/state.h"

namespace hull::spec {
namespace {

/// The members of schema/FILE and those of T are the same, in type and presence.
template <class T>
void compare(const std::string& file) {
  SchemaWalk walk(kit::source_path("schema"));
  walk.walk_file(file);
  const std::set<std::string> ours = described(paths<T>());
  REQUIRE(ours.size() > 4);
  for (const std::string& line : ours) CHECK_MESSAGE(walk.lines.contains(line), line);
  for (const std::string& line : walk.lines) CHECK_MESSAGE(ours.contains(line), line);
}

/// "", or the pointer of what schema/FILE rejects and the keyword by which it does.
std::string rejection(const std::string& file, const std::string& text) {
  rapidjson::Document parsed;
  parsed.Parse(kit::read(kit::source_path("schema/" + file)).c_str());
  REQUIRE_FALSE(parsed.HasParseError());
  rapidjson::SchemaDocument schema(parsed);
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return "";
  rapidjson::StringBuffer pointer;
  validator.GetInvalidDocumentPointer().Stringify(pointer);
  return std::string(pointer.GetString()) + " " + validator.GetInvalidSchemaKeyword();
}

/// The document that uses every member, with `from` replaced by `to` wherever it stands.
std::string full(std::string_view from = "", std::string_view to = "") {
  std::string text = kit::read(kit::source_path("tests/spec/data/full.json"));
  std::size_t at = from.empty() ? text.npos : text.find(from);
  REQUIRE((from.empty() || at != text.npos));
  for (; at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("schema/config.json lists the members of Config") {
  compare<Config>("config.json");
}

TEST_CASE("schema/state.json lists the members of State") {
  compare<State>("state.json");
}

TEST_CASE("schema/features.json lists the members of Features") {
  compare<Features>("features.json");
}

TEST_CASE("schema/landlock.json lists the members of Landlock") {
  compare<Landlock>("landlock.json");
}

TEST_CASE("schema/config.json accepts good documents") {
  CHECK(rejection("config.json", full()) == "");
  CHECK(rejection("config.json", encode(sample({}))) == "");
  CHECK(rejection("config.json",
                  encode(sample({.rootless = SampleOptions::Rootless{1000, 1000}}))) == "");
  CHECK(rejection("config.json", R"({"ociVersion": "1.0.2-dev", "root": {"path": "/r"},
        "x-vendor": [], "linux": {"rootfsPropagation": "rslave"}, "windows": {"a": 1}})") == "");
}

TEST_CASE("schema/config.json rejects bad documents where they are bad") {
  struct Case {
    std::string_view from, to, rejection;
  };
  const Case cases[] = {
      {R"("1.3.0")", "1", "/ociVersion type"},
      {R"("1.3.0")", R"("1.3")", "/ociVersion pattern"},
      {R"("1.3.0")", R"("2.0.0")", "/ociVersion pattern"},
      {R"("path": "rootfs")", R"("pat": "rootfs")", "/root required"},
      {R"("path": "rootfs")", R"("path": "")", "/root/path minLength"},
      {R"("cwd": "/srv/web")", R"("cwd": "srv")", "/process/cwd pattern"},
      {R"("uid": 1000)", R"("uid": -1)", "/process/user/uid minimum"},
      {R"("uid": 1000)", R"("uid": 4294967295)", "/process/user/uid maximum"},
      {R"("EMPTY=")", R"("EMPTY")", "/process/env/1 pattern"},
      {R"("RLIMIT_CORE")", R"("RLIMIT_CORES")", "/process/rlimits/1/type enum"},
      {R"("oomScoreAdj": -250)", R"("oomScoreAdj": -1001)", "/process/oomScoreAdj minimum"},
      {R"("timeout": 30)", R"("timeout": 0)", "/hooks/prestart/0/timeout minimum"},
      {R"("size": 65536)", R"("size": 0)", "/mounts/1/uidMappings/0/size minimum"},
      {R"("type": "uts")", R"("type": "name")", "/linux/namespaces/4/type enum"},
      {R"("/run/netns/web")", R"("run/netns/web")", "/linux/namespaces/1/path pattern"},
      {R"("type": "p")", R"("type": "d")", "/linux/devices/1/type enum"},
      {R"("access": "rwm")", R"("access": "rx")", "/linux/resources/devices/0/access pattern"},
      {R"("swap": -1)", R"("swap": -2)", "/linux/resources/memory/swap minimum"},
      {R"("2MB")", R"("2mb")", "/linux/resources/hugepageLimits/0/pageSize pattern"},
      {R"("slave")", R"("slav")", "/linux/rootfsPropagation enum"},
      {R"("LINUX32")", R"("LINUX64")", "/linux/personality/domain enum"},
      {R"("SCMP_ACT_ALLOW")", R"("SCMP_ACT_PASS")", "/linux/seccomp/syscalls/0/action enum"},
      {R"("nanosecs": 5)", R"("nanosecs": 1000000000)",
       "/linux/timeOffsets/boottime/nanosecs maximum"},
      {R"("net.ipv4.ip_forward": "1")", R"("net.ipv4.ip_forward": 1)",
       "/linux/sysctl/net.ipv4.ip_forward type"},
  };
  for (const Case& c : cases) CHECK(rejection("config.json", full(c.from, c.to)) == c.rejection);
}

TEST_CASE("schema/state.json accepts what State writes and rejects other words") {
  State state;
  state.oci_version = "1.3.0";
  state.id = "web-1.a_b+c";
  state.status = "paused";
  state.pid = 7;
  state.bundle = "/b";
  state.rootfs = "/b/rootfs";
  state.created = "2026-01-02T03:04:05.123456789Z";
  state.owner = "";
  CHECK(rejection("state.json", encode(state)) == "");
  state.status = "dead";
  CHECK(rejection("state.json", encode(state)) == "/status enum");
  state.status = "running";
  state.created = "yesterday";
  CHECK(rejection("state.json", encode(state)) == "/created pattern");
}

TEST_CASE("schema/features.json accepts what Features writes and rejects doubles") {
  Features features;
  features.oci_version_min = "1.0.0";
  features.oci_version_max = "1.3.0";
  features.hooks = {"prestart"};
  features.linux_section.emplace().capabilities = {"CAP_KILL"};
  features.linux_section->mount_extensions.emplace().idmap.emplace().enabled = true;
  CHECK(rejection("features.json", encode(features)) == "");
  features.hooks.push_back("prestart");
  CHECK(rejection("features.json", encode(features)) == "/hooks/1 uniqueItems");
}

TEST_CASE("schema/landlock.json accepts what a Landlock document says and rejects other words") {
  auto rules = [](const std::string& allow) {
    return R"({"rules": [{"paths": ["/usr"], "allow": [)" + allow + "]}]}";
  };
  CHECK(rejection("landlock.json", rules(R"("read_file", "write")")) == "");
  CHECK(rejection("landlock.json", rules(R"("reed_file")")) == "/rules/0/allow/0 enum");
  CHECK(rejection("landlock.json", rules("")) == "/rules/0/allow minItems");
  CHECK(rejection("landlock.json", R"({"mode": "lax", "rules": []})") == "/mode enum");
}

}  // namespace hull::spec
