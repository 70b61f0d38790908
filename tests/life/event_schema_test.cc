// SPDX-License-Identifier: Apache-2.0
// schema/events.json against the events' own lists.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include "life/event.h"
#include "spec/codec.h"
#include "spec/schema_walk.h"

namespace hull::life {
namespace {

bool is_valid(const std::string& text) {
  rapidjson::Document parsed;
  parsed.Parse(kit::read(kit::source_path("schema/events.json")).c_str());
  REQUIRE_FALSE(parsed.HasParseError());
  rapidjson::SchemaDocument schema(parsed);
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document.Accept(validator);
}

}  // namespace

TEST_CASE("schema/events.json lists the members of both events") {
  spec::SchemaWalk walk(kit::source_path("schema"));
  walk.walk_file("events.json");
  std::set<std::string> ours = spec::described(spec::paths<StatsEvent>());
  ours.merge(spec::described(spec::paths<OomEvent>()));
  REQUIRE(ours.size() > 50);
  for (const std::string& line : ours) CHECK_MESSAGE(walk.lines.contains(line), line);
  for (const std::string& line : walk.lines) CHECK_MESSAGE(ours.contains(line), line);
}

TEST_CASE("schema/events.json accepts what the events write") {
  StatsEvent stats{.id = "web"};
  CHECK(spec::encode(stats) == R"({"type":"stats","id":"web","data":{}})");
  CHECK(is_valid(spec::encode(stats)));
  stats.data.cgroup.cpu.emplace().usage.emplace().percpu = {1, UINT64_MAX};
  stats.data.cgroup.cpu->psi.emplace().some.emplace().avg10 = 12.34;
  stats.data.cgroup.cpuset.emplace().sched_relax_domain_level = -1;
  stats.data.cgroup.memory.emplace().usage.emplace();
  stats.data.cgroup.memory->raw["anon"] = 1;
  stats.data.cgroup.pids.emplace();
  stats.data.cgroup.blkio.emplace().time.emplace_back();
  stats.data.cgroup.hugetlb["2MB"].max = 0;
  stats.data.cgroup.rdma.emplace().limit.emplace_back();
  stats.data.cgroup.misc["res_a"].usage = 1;
  host::RdtStats& rdt = stats.data.intel_rdt.emplace();
  rdt.l3_cache_info.emplace().num_closids = 16;
  rdt.mem_bw_info.emplace().bandwidth_gran = 10;
  rdt.schemata = {"L3:0=f"};
  rdt.mbm_stats = {{.total_bytes = 1, .local_bytes = std::nullopt}};
  rdt.cmt_stats = {{0}};
  CHECK(is_valid(spec::encode(stats)));
  OomEvent oom{.id = "web", .data = {.cgroup = "/web", .kills = 1}};
  CHECK(
      spec::encode(oom) ==
      R"({"type":"oom","id":"web","data":{"cgroup":"/web","kills":1,"reached":[],"below":false}})");
  oom.data.reached = {{.cgroup = "/", .file = "memory.max", .bytes = 1}};
  CHECK(is_valid(spec::encode(oom)));
  oom.type = "exit";
  CHECK_FALSE(is_valid(spec::encode(oom)));
}

}  // namespace hull::life
