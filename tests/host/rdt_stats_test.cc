// SPDX-License-Identifier: Apache-2.0
#include "host/rdt_stats.h"

#include <doctest/doctest.h>

#include "kit/resctrl.h"
#include "spec/codec.h"

namespace hull::host {
namespace {

using kit::Resctrl;

std::string told(Resctrl& resctrl, const RdtGroup& group) {
  auto stats = read_rdt_stats(resctrl.open(), group);
  return stats ? spec::encode(*stats) : stats.error().message();
}

void domain(Resctrl& resctrl, const std::string& name, const std::string& occupancy,
            const std::string& total, const std::string& local) {
  std::filesystem::create_directories(resctrl.path(name));
  resctrl.put(name + "/llc_occupancy", occupancy);
  resctrl.put(name + "/mbm_total_bytes", total);
  if (!local.empty()) resctrl.put(name + "/mbm_local_bytes", local);
}

TEST_CASE("a group's schemata, beside the default group's and what the host can do") {
  Resctrl resctrl;
  resctrl.fill(".", "    L3:0=fff;1=fff\n    MB:0= 100;1= 100\n");
  resctrl.group("web", "    L3:0=00f;1=0f0\n    MB:0=  20;1=  30\n");
  CHECK(told(resctrl, {.name = "web"}) ==
        R"({"l3_cache_schema_root":"L3:0=fff;1=fff","l3_cache_schema":"L3:0=00f;1=0f0",)"
        R"("mem_bw_schema_root":"MB:0=100;1=100","mem_bw_schema":"MB:0=20;1=30",)"
        R"("schemata":["L3:0=00f;1=0f0","MB:0=20;1=30"]})");
  std::filesystem::create_directories(resctrl.path("info/L3"));
  std::filesystem::create_directories(resctrl.path("info/MB"));
  resctrl.put("info/L3/cbm_mask", "fff\n");
  resctrl.put("info/L3/min_cbm_bits", "2\n");
  resctrl.put("info/L3/num_closids", "16\n");
  resctrl.put("info/MB/bandwidth_gran", "10\n");
  resctrl.put("info/MB/min_bandwidth", "20\n");
  const std::string text = told(resctrl, {.name = "/"});
  CHECK(text.contains(R"("l3_cache_info":{"cbm_mask":"fff","min_cbm_bits":2,"num_closids":16})"));
  CHECK(text.contains(R"("mem_bw_info":{"bandwidth_gran":10,"min_bandwidth":20})"));
}

TEST_CASE("the counts are of the monitoring group when there is one, domain by domain") {
  Resctrl resctrl;
  resctrl.group("web");
  domain(resctrl, "web/mon_data/mon_L3_01", "4096\n", "70\n", "7\n");
  domain(resctrl, "web/mon_data/mon_L3_00", "0\n", "Unavailable\n", "");
  CHECK(told(resctrl, {.name = "web"}) ==
        R"({"mbm_stats":[{},{"mbm_total_bytes":70,"mbm_local_bytes":7}],)"
        R"("cmt_stats":[{"llc_occupancy":0},{"llc_occupancy":4096}]})");
  // No "cmt_stats": what none of the domains has, the processor can't count.
  domain(resctrl, "web/mon_groups/one/mon_data/mon_L3_00", "Error\n", "1\n", "");
  CHECK(told(resctrl, {.name = "web", .monitor = "one"}) ==
        R"({"mbm_stats":[{"mbm_total_bytes":1}]})");
}

TEST_CASE("a group that is gone has nothing to tell") {
  Resctrl resctrl;
  CHECK(told(resctrl, {.name = "web"}) ==
        "/linux/intelRdt: open('web/schemata'): no such file or directory");
}

}  // namespace
}  // namespace hull::host
