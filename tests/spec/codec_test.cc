// SPDX-License-Identifier: Apache-2.0
#include "spec/codec.h"

#include <doctest/doctest.h>

#include "kit/source.h"
#include "spec/features.h"
#include "spec/state.h"

namespace hull::spec {
namespace {

/// A document that has all it must have, with `more` behind it.
std::string with(std::string_view more) {
  return R"({"ociVersion": "1.3.0", "root": {"path": "rootfs"})" + std::string(more) + "}";
}

std::string refusal(std::string_view text) {
  Result<Decoded<Config>> decoded = decode_config(text, "config.json");
  return decoded ? "(accepted)" : decoded.error().message();
}

Config accepted(std::string_view text) {
  Result<Decoded<Config>> decoded = decode_config(text, "config.json");
  REQUIRE_MESSAGE(decoded, refusal(text));
  CHECK(decoded->warnings.empty());
  return std::move(decoded).value().value;
}

std::vector<std::string> warnings(std::string_view text) {
  Result<Decoded<Config>> decoded = decode_config(text, "config.json");
  REQUIRE_MESSAGE(decoded, refusal(text));
  return decoded->warnings;
}

// Our documents have fractions only where the kernel has them: in what we write.
struct Share {
  double percent = 0;
};

void fields(Fields& f, Share& share) {
  f.required("percent", share.percent);
}

}  // namespace

TEST_CASE("fractions are written in few digits and read again") {
  for (const char* text : {R"({"percent":0.22})", R"({"percent":100})", R"({"percent":1e-07})"}) {
    auto decoded = decode<Share>(text, "share.json");
    REQUIRE(decoded);
    CHECK(encode(decoded->value) == text);
  }
  CHECK(decode<Share>(R"({"percent":"1"})", "share.json").error().message() ==
        "share.json:1:12: /percent must be a number, not a string");
}

TEST_CASE("a document that uses every member is encoded as it was read") {
  const std::string text = kit::read(kit::source_path("tests/spec/data/full.json"));
  CHECK(encode(accepted(text), {2}) + "\n" == text);
}

TEST_CASE("the document that uses every member does use every member") {
  const std::string text = kit::read(kit::source_path("tests/spec/data/full.json"));
  json::Document document = json::Document::parse(text, "full.json").value();
  for (const Path& path : paths<Config>()) {
    if (path.ignored) continue;
    // Follows the steps to the first value that has them all; "*" stands for any child.
    auto has = [&](auto& self, const json::Cursor& at, std::string_view rest) -> bool {
      if (rest.empty()) return at.type() == path.type;
      std::string_view step = rest.substr(1, rest.find('/', 1) - 1);
      for (std::size_t i = 0; i < at.size(); ++i) {
        bool is_array = at.type() == json::Type::Array;
        if (step != "*" && (is_array || at.key(i) != step)) continue;
        json::Cursor child = is_array ? at.element(i) : at.member(i);
        if (self(self, child, rest.substr(step.size() + 1))) return true;
      }
      return false;
    };
    CHECK_MESSAGE(has(has, document.root(), path.pointer), path.pointer);
  }
}

TEST_CASE("members arrive where the struct says") {
  Config config = accepted(kit::read(kit::source_path("tests/spec/data/full.json")));
  REQUIRE(config.process);
  CHECK(config.process->user.additional_gids == std::vector<std::uint32_t>{10, 4294967294});
  CHECK(config.process->capabilities->ambient == std::vector<std::string>{"CAP_KILL"});
  CHECK(config.process->rlimits[1].hard == UINT64_MAX);
  CHECK(config.process->rlimits[0].soft == 1024);
  CHECK(config.process->oom_score_adj == -250);
  CHECK(config.process->io_priority->io_class == "IOPRIO_CLASS_BE");
  CHECK(config.mounts[1].uid_mappings[0].host_id == 100000);
  CHECK(config.mounts[1].gid_mappings[0].host_id == 200000);
  CHECK_FALSE(config.hooks.prestart[1].env);
  REQUIRE(config.hooks.poststop[0].env);
  CHECK(config.hooks.poststop[0].env->empty());
  CHECK(config.hooks.poststop[0].timeout == 30);
  const Linux& linux_section = config.linux_section;
  CHECK(linux_section.resources->pids.limit == 0);
  CHECK(linux_section.resources->memory.disable_oom_killer == false);
  CHECK(linux_section.resources->block_io.throttle_write_iops_device[0].rate == 50);
  CHECK(linux_section.resources->rdma.at("mlx5_0").hca_objects == 10000);
  CHECK(linux_section.namespaces[1].path == "/run/netns/web");
  CHECK(linux_section.seccomp->flags == std::vector<std::string>{});
  CHECK(linux_section.seccomp->syscalls[1].args[0].value_two == UINT64_MAX);
  CHECK(linux_section.time_offsets.at("boottime").secs == -7);
}

TEST_CASE("absent and null members are the same, and empty ones are not absent ones") {
  Config config =
      accepted(with(R"(, "hostname": null, "mounts": null, "linux": null, "process": null,
                                   "hooks": null, "annotations": null)"));
  CHECK_FALSE(config.process);
  CHECK(config.hostname.empty());
  CHECK(encode(config) == R"({"ociVersion":"1.3.0","root":{"path":"rootfs"}})");
  config = accepted(
      with(R"(, "linux": {"seccomp": {"defaultAction": "a", "flags": null}, "resources": {}})"));
  CHECK_FALSE(config.linux_section.seccomp->flags);
  CHECK(config.linux_section.resources);
  CHECK(refusal(R"({"ociVersion": "1.3.0", "root": {"path": null}})") ==
        "config.json:1:33: /root/path is missing");
}

TEST_CASE("a user without ids is root and is written with them") {
  Config config = accepted(with(R"(, "process": {"cwd": "/"})"));
  CHECK(encode(*config.process) == R"({"user":{"uid":0,"gid":0},"cwd":"/"})");
}

TEST_CASE("a malformed document is refused with its first fault") {
  struct Case {
    std::string text;
    std::string message;
  };
  const Case cases[] = {
      {"[]", "config.json:1:1: the document must be an object, not an array"},
      {"null", "config.json:1:1: the document must be an object, not null"},
      {"{}", "config.json:1:1: /ociVersion is missing"},
      {"{\n  \"ociVersion\": 1\n}", "config.json:2:17: /ociVersion must be a string, not a number"},
      {R"({"ociVersion": "1.3.0"})", "config.json:1:1: /root is missing"},
      {R"({"ociVersion": "1.3.0", "root": []})",
       "config.json:1:33: /root must be an object, not an array"},
      {with(", \"process\": {}"), "config.json:1:64: /process/cwd is missing"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": -1}})"),
       "config.json:1:93: /process/user/uid must be between 0 and 4294967295"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": 4294967296}})"),
       "config.json:1:93: /process/user/uid must be between 0 and 4294967295"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": 99999999999999999999}})"),
       "config.json:1:93: /process/user/uid must be between 0 and 4294967295"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": 1.5}})"),
       "config.json:1:93: /process/user/uid must be an integer"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": 1e3}})"),
       "config.json:1:93: /process/user/uid must be an integer"},
      {with(R"(, "process": {"cwd": "/", "user": {"uid": "0"}})"),
       "config.json:1:93: /process/user/uid must be an integer, not a string"},
      {with(R"(, "process": {"cwd": "/", "oomScoreAdj": true})"),
       "config.json:1:92: /process/oomScoreAdj must be an integer, not a boolean"},
      {with(R"(, "process": {"cwd": "/", "args": "sh"})"),
       "config.json:1:85: /process/args must be an array, not a string"},
      {with(R"(, "process": {"cwd": "/", "args": ["sh", null]})"),
       "config.json:1:92: /process/args/1 must be a string, not null"},
      {with(R"(, "process": {"cwd": "/", "terminal": 1})"),
       "config.json:1:89: /process/terminal must be a boolean, not a number"},
      {with(R"(, "annotations": {"a/b": 1})"),
       "config.json:1:76: /annotations/a~1b must be a string, not a number"},
      {with(R"(, "mounts": [{"destination": "/a"}, {"type": "b"}])"),
       "config.json:1:87: /mounts/1/destination is missing"},
      {with(R"(, "linux": {"resources": {"memory": {"limit": 9223372036854775808}}})"),
       "config.json:1:97: /linux/resources/memory/limit must be between -9223372036854775808 and "
       "9223372036854775807"},
      {with(R"(, "linux": {"resources": {"blockIO": {"weight": 65536}}})"),
       "config.json:1:99: /linux/resources/blockIO/weight must be between 0 and 65535"},
      {with(R"(, "linux": {"sysctl": {"kernel.msgmax": 1}})"),
       "config.json:1:91: /linux/sysctl/kernel.msgmax must be a string, not a number"},
      {with(R"(, "linux": {"timeOffsets": {"monotonic": 3}})"),
       "config.json:1:92: /linux/timeOffsets/monotonic must be an object, not a number"},
      // Two faults: the one of the member that the list names first.
      {R"({"root": 1, "ociVersion": 2})",
       "config.json:1:27: /ociVersion must be a string, not a number"},
      {"{\"ociVersion\": \"1.3.0\",}",
       "config.json:1:24: unexpected '}', expected a key in double quotes"},
  };
  for (const Case& c : cases) CHECK(refusal(c.text) == c.message);
}

TEST_CASE("a document cut short anywhere is refused at its end") {
  const std::string text = kit::read(kit::source_path("tests/spec/data/full.json"));
  std::size_t lines = 1;
  const std::size_t brace = text.rfind('}');
  for (std::size_t size = 0; size <= brace; ++size) {
    std::string message = refusal(text.substr(0, size));
    INFO(size, message);
    // Escapes and numbers are named from where they begin, which may be a little before the end.
    CHECK(message.starts_with("config.json:" + std::to_string(lines) + ":"));
    if (text[size] == '\n') ++lines;
  }
}

TEST_CASE("a document with a byte overwritten is decoded or refused, never worse") {
  const std::string text = kit::read(kit::source_path("tests/spec/data/full.json"));
  std::size_t refused = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string broken = text;
    broken[at] = "\"{[0\\\xff"[at % 6];
    Result<Decoded<Config>> decoded = decode_config(broken, "config.json");
    if (!decoded) ++refused;
    if (!decoded) CHECK(decoded.error().message().starts_with("config.json:"));
  }
  CHECK(refused > 1000);
}

TEST_CASE("unknown keys are warned about, with the nearest known name if one is near") {
  CHECK(warnings(with(R"(, "linux": {"rootPropagation": "slave", "x-vendor": {"a": [1]}},
 "mounts": [{"destination": "/a", "option": ["ro"]}])")) ==
        std::vector<std::string>{
            "config.json:2:45: unknown key /mounts/0/option, did you mean options",
            "config.json:1:82: unknown key /linux/rootPropagation, did you mean rootfsPropagation",
            "config.json:1:103: unknown key /linux/x-vendor"});
}

TEST_CASE("keys of other platforms are ignored in silence") {
  CHECK(warnings(with(R"(, "windows": {"layerFolders": []}, "vm": 1, "solaris": null)")).empty());
}

TEST_CASE("a thousand unknown keys give 32 warnings") {
  std::string more;
  for (int i = 0; i < 1000; ++i) more += ", \"vendor" + std::to_string(i) + "\": 0";
  std::vector<std::string> found = warnings(with(more));
  REQUIRE(found.size() == 32);
  CHECK(found.front() == "config.json:1:64: unknown key /vendor0");
  CHECK(found.back() == "config.json:1:520: unknown key /vendor31; further ones are not listed");
}

TEST_CASE("of a key that stands there twice the last counts, with a warning") {
  Result<Decoded<Config>> decoded =
      decode_config(with(R"(, "hostname": "a", "hostname": "b")"), "config.json");
  REQUIRE(decoded);
  CHECK(decoded->value.hostname == "b");
  CHECK(decoded->warnings ==
        std::vector<std::string>{"config.json: /hostname stands there twice, the last one counts"});
}

TEST_CASE("a state is written without what it lacks") {
  State state;
  state.oci_version = "1.3.0";
  state.id = "web";
  state.status = "stopped";
  state.bundle = "/b";
  CHECK(encode(state) == R"({"ociVersion":"1.3.0","id":"web","status":"stopped","bundle":"/b"})");
  state.pid = 0;
  state.owner = "";
  state.annotations["k"] = "v";
  CHECK(encode(state, {2}) ==
        "{\n  \"ociVersion\": \"1.3.0\",\n  \"id\": \"web\",\n  \"pid\": 0,\n"
        "  \"status\": \"stopped\",\n  \"bundle\": \"/b\",\n"
        "  \"annotations\": {\n    \"k\": \"v\"\n  },\n  \"owner\": \"\"\n}");
}

TEST_CASE("features keep a switch that is off and leave out one that is unknown") {
  Features features;
  features.oci_version_min = "1.0.0";
  features.oci_version_max = "1.3.0";
  features.linux_section.emplace().selinux.emplace().enabled = false;
  features.linux_section->apparmor.emplace();
  CHECK(
      encode(features) ==
      R"({"ociVersionMin":"1.0.0","ociVersionMax":"1.3.0","linux":{"apparmor":{},"selinux":{"enabled":false}}})");
}

namespace other_layer {

/// A struct of another layer, as life/record has one.
struct Note {
  std::string text;
  std::vector<Hook> hooks;
};
void fields(spec::Fields& f, Note& value) {
  f.required("text", value.text);
  f.optional("hooks", value.hooks);
}

}  // namespace other_layer

TEST_CASE("structs of other layers are read and written by the same lists") {
  Decoded<other_layer::Note> decoded =
      decode<other_layer::Note>(R"({"text": "a", "hooks": [{"path": "/h"}], "hook": 1})",
                                "note.json")
          .value();
  CHECK(decoded.value.hooks[0].path == "/h");
  CHECK(decoded.warnings ==
        std::vector<std::string>{"note.json:1:50: unknown key /hook, did you mean hooks"});
  CHECK(encode(decoded.value) == R"({"text":"a","hooks":[{"path":"/h"}]})");
}

}  // namespace hull::spec
