// SPDX-License-Identifier: Apache-2.0
#include "life/rdt.h"

#include <doctest/doctest.h>

#include "kit/resctrl.h"

namespace hull::life {
namespace {

constexpr const char* kText = "    MB:0= 100;1= 100\n    L3:0=00ff;1=00ff\n";

RdtUpdate prepared(kit::Resctrl& resctrl, const spec::IntelRdt& asked) {
  auto update = RdtUpdate::prepare(resctrl.open(), {.group = "web"}, asked);
  REQUIRE(update);
  return std::move(*update);
}

TEST_CASE("an update tells what stands in the group, and what it would write") {
  kit::Resctrl resctrl;
  resctrl.group("web", kText);
  auto update = prepared(resctrl, {.l3_cache_schema = "L3:0=f", .mem_bw_schema = "MB:1=100"});
  CHECK_FALSE(update.is_empty());
  CHECK(update.changes() == cgroup::Changes{{.pointer = "/linux/intelRdt/l3CacheSchema",
                                             .file = "resctrl/web/schemata",
                                             .before = "L3:0=00ff;1=00ff",
                                             .asked = "L3:0=f",
                                             .after = ""},
                                            {.pointer = "/linux/intelRdt/memBwSchema",
                                             .file = "resctrl/web/schemata",
                                             .before = "MB:1=100",
                                             .asked = "MB:1=100",
                                             .after = ""}});
  CHECK(resctrl.text("web/schemata") == kText);
}

TEST_CASE("an update writes, and takes back what it wrote") {
  kit::Resctrl resctrl;
  resctrl.group("web", "L3:0=ff\n");
  auto update = prepared(resctrl, {.l3_cache_schema = "L3:0=0f"});
  CHECK(kit::message_of(update.write()) == "");
  CHECK(resctrl.text("web/schemata") == "L3:0=0f\n");
  CHECK(update.changes()[0].after == "L3:0=0f");
  CHECK(kit::message_of(update.roll_back()) == "");
  CHECK(resctrl.text("web/schemata") == "L3:0=ff\n");
}

TEST_CASE("a refused update says so, and what is not taken back") {
  kit::Resctrl resctrl;
  resctrl.group("web", kText);
  auto update = prepared(resctrl, {.l3_cache_schema = "L3:0=f"});
  // Refuses every write.
  std::filesystem::remove(resctrl.path("web/schemata"));
  std::filesystem::create_symlink("/dev/full", resctrl.path("web/schemata"));
  CHECK(kit::message_of(update.write()) ==
        "/linux/intelRdt/l3CacheSchema: write('web/schemata', 'L3:0=f'): no space left on device: "
        "the old schemata are not taken back: /linux/intelRdt/l3CacheSchema: "
        "write('web/schemata', 'L3:0=00ff;1=00ff'): no space left on device");
}

TEST_CASE("what is on record of a group is what removes it") {
  const RecordedRdt own = recorded({.name = "web", .is_own = true, .monitor = "web"});
  CHECK(own.group == "web");
  CHECK(own.own);
  CHECK_FALSE(own.fresh);
  CHECK(own.monitor == "web");
  CHECK(recorded({.name = "gold", .is_new = true}).fresh);
}

TEST_CASE("an update of a container without a group is refused, an empty one passes") {
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  auto prepare = [&](const spec::IntelRdt& asked) {
    return kit::message_of(prepare_rdt(*proc, Record(), asked));
  };
  CHECK(prepare({}) == "");
  CHECK(prepare({.mem_bw_schema = "MB:0=10"}) ==
        "/linux/intelRdt/memBwSchema: the container was made without intelRdt");
  CHECK(prepare({.mem_bw_schema = "L3:0=1"}) ==
        "/linux/intelRdt/memBwSchema: 'L3:0=1' does not start with 'MB:'");
}

}  // namespace
}  // namespace hull::life
