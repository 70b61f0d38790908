// SPDX-License-Identifier: Apache-2.0
// schema/record.json against the record's own lists.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include "life/record.h"
#include "spec/codec.h"
#include "spec/schema_walk.h"

namespace hull::life {
namespace {

bool is_valid(const std::string& text) {
  rapidjson::Document parsed;
  parsed.Parse(kit::read(kit::source_path("schema/record.json")).c_str());
  REQUIRE_FALSE(parsed.HasParseError());
  rapidjson::SchemaDocument schema(parsed);
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document.Accept(validator);
}

}  // namespace

TEST_CASE("schema/record.json lists the members of Record") {
  spec::SchemaWalk walk(kit::source_path("schema"));
  walk.walk_file("record.json");
  const std::set<std::string> ours = spec::described(spec::paths<Record>());
  REQUIRE(ours.size() > 10);
  for (const std::string& line : ours) CHECK_MESSAGE(walk.lines.contains(line), line);
  for (const std::string& line : walk.lines) CHECK_MESSAGE(ours.contains(line), line);
}

TEST_CASE("schema/record.json accepts an intent, and a record of this version only") {
  Record record;
  record.id = "web";
  record.oci_version = "1.3.0";
  record.bundle = "/bundle";
  record.rootfs = "/bundle/rootfs";
  record.created = "2026-01-02T03:04:05.123456789Z";
  record.cgroup.driver = "disabled";
  CHECK(is_valid(spec::encode(record)));
  record.init = RecordedInit{.pid = 7, .start_time = UINT64_MAX};
  record.cgroup = {.driver = "cgroupfs",
                   .path = "/web",
                   .kept = "/",
                   .hierarchies = {{.version = 1, .directory = "pids", .controllers = {"pids"}}}};
  record.poststop = {{.path = "/bin/true"}};
  record.resources.memory.limit = 4096;
  CHECK(is_valid(spec::encode(record)));
  record.cgroup.driver = "systemd";
  record.cgroup.unit = "hull-web.scope";
  record.cgroup.slice = "system.slice";
  record.cgroup.bus = "unix:path=/run/systemd/private";
  CHECK(is_valid(spec::encode(record)));
  record.rdt = RecordedRdt{.group = "web", .own = true, .monitor = "web"};
  CHECK(is_valid(spec::encode(record)));
  record.version = Record::kVersion + 1;
  CHECK_FALSE(is_valid(spec::encode(record)));
}

}  // namespace hull::life
