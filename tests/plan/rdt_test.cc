// SPDX-License-Identifier: Apache-2.0
#include "plan/rdt.h"

#include "plans.h"

namespace hull::plan {
namespace {

std::string rdt(std::string_view value, const Options& options = test_options()) {
  return outcome("rdt", document(linux_section("mount", hull::format(R"("intelRdt": {})", value))),
                 {}, options);
}

TEST_CASE("a group has the container's name unless closID gives one") {
  CHECK(outcome("rdt", document(linux_section("mount"))) == "");
  CHECK(rdt("{}") == "rdt: web\n");
  CHECK(rdt(R"({"closID": "gold"})") == "rdt: gold, named\n");
  CHECK(rdt(R"({"closID": "/", "enableMonitoring": true})") == "rdt: /, named, monitor web\n");
}

TEST_CASE("lines are written in the order of the text: L3, bandwidth, schemata") {
  CHECK(rdt(R"({"schemata": ["L2:0=f", "MB:0=50"], "memBwSchema": "MB:0=20",
                "l3CacheSchema": "L3:0=f"})") ==
        "rdt: web\n"
        "rdt schema: L3:0=f, compared [/linux/intelRdt/l3CacheSchema]\n"
        "rdt schema: MB:0=20, compared [/linux/intelRdt/memBwSchema]\n"
        "rdt schema: L2:0=f [/linux/intelRdt/schemata/0]\n"
        "rdt schema: MB:0=50 [/linux/intelRdt/schemata/1]\n");
}

TEST_CASE("a cache schema may have several lines, each written by itself") {
  CHECK(rdt(R"({"closID": "gold", "l3CacheSchema": "L3CODE:0=f\nL3DATA:0=f0\n"})") ==
        "rdt: gold, named\n"
        "rdt schema: L3CODE:0=f, compared [/linux/intelRdt/l3CacheSchema]\n"
        "rdt schema: L3DATA:0=f0, compared [/linux/intelRdt/l3CacheSchema]\n");
}

TEST_CASE("the monitoring flags that 1.3.0 took away are warned about when they are set") {
  CHECK(rdt(R"({"enableCMT": true, "enableMBM": true})") ==
        "rdt: web\n"
        "warning: /linux/intelRdt/enableCMT has no effect: use enableMonitoring in its place\n"
        "warning: /linux/intelRdt/enableMBM has no effect: use enableMonitoring in its place\n");
  CHECK(rdt(R"({"enableCMT": false, "enableMBM": false})") == "rdt: web\n");
}

TEST_CASE("resctrl's own directories are no groups") {
  CHECK(rdt(R"({"closID": "info"})") ==
        "refused: /linux/intelRdt/closID: 'info' is resctrl's own, and no group\n");
  Options options = test_options();
  options.id = "mon_groups";
  CHECK(rdt("{}", options) ==
        "refused: /linux/intelRdt: 'mon_groups' is resctrl's own, and no group\n");
}

}  // namespace
}  // namespace hull::plan
