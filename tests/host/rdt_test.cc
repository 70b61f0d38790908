// SPDX-License-Identifier: Apache-2.0
#include "host/rdt.h"

#include <doctest/doctest.h>

#include "kit/resctrl.h"

namespace hull::host {
namespace {

using kit::Resctrl;

const plan::RdtLine kL3 = {"/linux/intelRdt/l3CacheSchema", "L3:0=f;1=f0", true};
const plan::RdtLine kMb = {"/linux/intelRdt/memBwSchema", "MB:0=20", true};

std::string chosen(Resctrl& resctrl, const plan::Rdt& rdt) {
  auto group = choose_group(resctrl.open(), rdt);
  if (!group) return group.error().message();
  std::string text = group->name;
  if (group->is_own) text += " own";
  if (group->is_new) text += " new";
  if (!group->monitor.empty()) text += " monitor " + group->monitor;
  return text;
}

TEST_CASE("the mount is found wherever it is, but not a part of it that is bound elsewhere") {
  constexpr std::string_view kOthers =
      "22 1 0:20 / /sys rw,relatime - sysfs sysfs rw\n"
      "30 22 0:27 /gold /srv/gold rw - resctrl resctrl rw\n"
      "31 22 0:28 / /srv/resctrl rw - tmpfs resctrl rw\n";
  CHECK(resctrl_path(kOthers) == std::nullopt);
  const std::string mounted =
      std::string(kOthers) + "32 22 0:27 / /sys/fs/res\\040ctrl rw shared:9 - resctrl resctrl rw\n";
  CHECK(resctrl_path(mounted) == "/sys/fs/res ctrl");
  CHECK(resctrl_path("") == std::nullopt);
}

TEST_CASE("without closID the group is the container's own, unless it is there already") {
  Resctrl resctrl;
  CHECK(chosen(resctrl, {.group = "web"}) == "web own");
  CHECK(chosen(resctrl, {.group = "web", .lines = {kL3}, .monitor = "web"}) ==
        "web own monitor web");
  resctrl.group("web", "L3:0=f;1=f0\n");
  CHECK(chosen(resctrl, {.group = "web"}) == "web");
  CHECK(chosen(resctrl, {.group = "web", .lines = {kL3}}) == "web");
  CHECK(chosen(resctrl, {.group = "web", .lines = {kMb}}) ==
        "/linux/intelRdt/memBwSchema: the group 'web' is there and has nothing of the kind, not "
        "'MB:0=20'");
}

TEST_CASE("a file is no group, and a group without schemata is one to be in") {
  Resctrl resctrl;
  CHECK(chosen(resctrl, {.group = "tasks", .is_named = true}) ==
        "/linux/intelRdt/closID: open('tasks'): not a directory");
  // Where there is monitoring alone.
  std::filesystem::remove(resctrl.path("schemata"));
  CHECK(chosen(resctrl, {.group = "/", .is_named = true, .monitor = "web"}) == "/ monitor web");
}

TEST_CASE("a named group is made when it has a schema, and else must be there") {
  Resctrl resctrl;
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true, .lines = {kL3}}) == "gold new");
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true}) ==
        "/linux/intelRdt/closID: there is no group 'gold' of resctrl");
  resctrl.group("gold");
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true}) == "gold");
  CHECK(chosen(resctrl, {.group = "/", .is_named = true}) == "/");
  CHECK(chosen(resctrl, {.group = "/", .is_named = true, .monitor = "web"}) == "/ monitor web");
}

TEST_CASE("a group that is there must have the L3 and bandwidth schema asked for") {
  Resctrl resctrl;
  resctrl.group("gold", "    MB:0=  20;1= 100\n    L3:0=0000f;1=000f0\n");
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true, .lines = {kL3, kMb}}) == "gold");
  const plan::RdtLine other = {"/linux/intelRdt/memBwSchema", "MB:0=30", true};
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true, .lines = {other}}) ==
        "/linux/intelRdt/memBwSchema: the group 'gold' is there and has 'MB:0=20;1=100', not "
        "'MB:0=30'");
  // The schemata are written, not compared.
  const plan::RdtLine free = {"/linux/intelRdt/schemata/0", "MB:0=30", false};
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true, .lines = {free}}) == "gold");
}

TEST_CASE("a bandwidth that the kernel would round to what is there is no other") {
  Resctrl resctrl;
  resctrl.group("gold", "MB:0=30\n");
  const plan::Rdt rdt = {.group = "gold",
                         .is_named = true,
                         .lines = {{"/linux/intelRdt/memBwSchema", "MB:0=25", true}}};
  CHECK(chosen(resctrl, rdt) ==
        "/linux/intelRdt/memBwSchema: the group 'gold' is there and has 'MB:0=30', not 'MB:0=25'");
  resctrl.group("info/MB");
  resctrl.put("info/MB/bandwidth_gran", "10\n");
  CHECK(chosen(resctrl, rdt) == "gold");
  CHECK(holds("MB:0=30\n", "MB:0=30", 10));
  CHECK_FALSE(holds("MB:0=30\n", "MB:0=31", 10));
  CHECK_FALSE(holds("L3:0=30\n", "L3:0=25", 10));
}

TEST_CASE("a monitoring group must be new") {
  Resctrl resctrl;
  resctrl.group("gold");
  resctrl.group("gold/mon_groups/web");
  CHECK(chosen(resctrl, {.group = "gold", .is_named = true, .monitor = "web"}) ==
        "/linux/intelRdt/enableMonitoring: there is a group 'gold/mon_groups/web' already");
}

TEST_CASE("values are compared by domain, whatever zeros the kernel puts before them") {
  constexpr std::string_view kText = "    L3:0=00ff;1=0f00\nL2:0=f\n  MB:0= 100;1=  20\n";
  CHECK(holds(kText, "L3:0=ff;1=f00"));
  CHECK(holds(kText, "L3:1=0xF00"));
  CHECK(holds(kText, "MB:1=20"));
  CHECK_FALSE(holds(kText, "L3:0=ff;1=f01"));
  CHECK_FALSE(holds(kText, "L3:2=ff"));
  CHECK_FALSE(holds(kText, "L3CODE:0=ff"));
  CHECK_FALSE(holds(kText, "L3:"));
  CHECK_FALSE(holds("L3:0=0\n", "L3:0=00f"));
  CHECK(standing_line(kText, "MB:5=1") == "MB:0=100;1=20");
  CHECK(standing_line(kText, "L4:0=1") == "");
}

TEST_CASE("the last line written is the last asked for, and the process goes into both groups") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  const RdtGroup group = {.name = "web", .is_own = true, .monitor = "web"};
  resctrl.fill("web");
  resctrl.group("web/mon_groups/web");
  CHECK(kit::message_of(write_schemata(root, group, {kL3, kMb, {"/x", "L3:0=00001", false}})) ==
        "");
  // A plain file keeps what was written over: the kernel's would hold all three.
  CHECK(resctrl.text("web/schemata").starts_with("L3:0=00001\n"));
  CHECK(kit::message_of(enter_group(root, group, 4711)) == "");
  CHECK(resctrl.text("web/tasks") == "4711\n");
  CHECK(resctrl.text("web/mon_groups/web/tasks") == "4711\n");
  CHECK(resctrl.text("tasks") == "");
}

TEST_CASE("a later process goes where the others are: not into what has been removed") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  const RdtGroup group = {.name = "web", .is_own = true, .monitor = "web"};
  CHECK(kit::message_of(follow_into_group(root, group, 7)) == "");
  CHECK(kit::message_of(enter_group(root, group, 7)) ==
        "/linux/intelRdt: open('web/tasks'): no such file or directory");
  resctrl.group("web");
  CHECK(kit::message_of(follow_into_group(root, group, 7)) == "");
  CHECK(resctrl.text("web/tasks") == "7\n");
  CHECK(kit::message_of(enter_group(root, group, 7)) ==
        "/linux/intelRdt/enableMonitoring: open('web/mon_groups/web/tasks'): no such file or "
        "directory");
}

TEST_CASE("the default group is the mount itself, and never removed") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  const RdtGroup group = {.name = "/"};
  CHECK(kit::message_of(make_group(root, group)) == "");
  CHECK(kit::message_of(enter_group(root, group, 7)) == "");
  CHECK(resctrl.text("tasks") == "7\n");
  CHECK(kit::message_of(remove_group(root, group)) == "");
  CHECK(resctrl.has("tasks"));
}

TEST_CASE("a refusal has resctrl's own words, unless it was not asked") {
  Resctrl resctrl;
  resctrl.group("web");
  // Refuses every write.
  std::filesystem::remove(resctrl.path("web/schemata"));
  std::filesystem::create_symlink("/dev/full", resctrl.path("web/schemata"));
  resctrl.group("info");
  resctrl.put("info/last_cmd_status", "Mask f1 has non-consecutive 1-bits\n");
  auto written = [&](const char* group) {
    return kit::message_of(write_schemata(resctrl.open(), {.name = group}, {kMb}));
  };
  CHECK(written("web") ==
        "/linux/intelRdt/memBwSchema: write('web/schemata', 'MB:0=20'): no space left on device; "
        "resctrl: mask f1 has non-consecutive 1-bits");
  CHECK(written("gone") ==
        "/linux/intelRdt/memBwSchema: open('gone/schemata'): no such file or directory");
  resctrl.put("info/last_cmd_status", "ok\n");
  CHECK(written("web") ==
        "/linux/intelRdt/memBwSchema: write('web/schemata', 'MB:0=20'): no space left on device");
}

TEST_CASE("what is the container's goes with it, and nothing else does") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  const RdtGroup own = {.name = "web", .is_own = true};
  CHECK(kit::message_of(make_group(root, own)) == "");
  CHECK(resctrl.has("web"));
  CHECK(kit::message_of(remove_group(root, own)) == "");
  CHECK_FALSE(resctrl.has("web"));
  CHECK(kit::message_of(remove_group(root, own)) == "");

  resctrl.group("gold");
  const RdtGroup named = {.name = "gold", .monitor = "web"};
  CHECK(kit::message_of(make_group(root, named)) == "");
  CHECK(resctrl.has("gold/mon_groups/web"));
  CHECK(kit::message_of(remove_group(root, named)) == "");
  CHECK_FALSE(resctrl.has("gold/mon_groups/web"));
  CHECK(resctrl.has("gold"));
}

TEST_CASE("a new named group of an unfinished container goes unless others are in it") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  const RdtGroup fresh = {.name = "gold", .is_new = true};
  CHECK(kit::message_of(make_group(root, fresh)) == "");
  CHECK(kit::message_of(remove_group(root, fresh)) == "");
  CHECK_FALSE(resctrl.has("gold"));
  resctrl.group("gold");
  resctrl.put("gold/tasks", "815\n");
  CHECK(kit::message_of(remove_group(root, fresh)) == "");
  CHECK(resctrl.has("gold"));
}

TEST_CASE("when the monitoring group cannot be made, the group is not left") {
  Resctrl resctrl;
  const sys::Fd root = resctrl.open();
  // A plain new directory has no mon_groups.
  const RdtGroup group = {.name = "web", .is_own = true, .monitor = "web"};
  CHECK(kit::message_of(make_group(root, group)) ==
        "/linux/intelRdt/enableMonitoring: mkdir('web/mon_groups/web'): no such file or "
        "directory");
  CHECK_FALSE(resctrl.has("web"));
}

TEST_CASE("a lease that is not kept removes the group") {
  Resctrl resctrl;
  const RdtGroup group = {.name = "web", .is_own = true};
  {
    auto lease = RdtLease::make(resctrl.open(), group, {});
    REQUIRE(lease);
    CHECK(resctrl.has("web"));
  }
  CHECK_FALSE(resctrl.has("web"));
  {
    auto lease = RdtLease::make(resctrl.open(), group, {});
    REQUIRE(lease);
    lease->keep();
  }
  CHECK(resctrl.has("web"));
  // A new plain directory has no file `schemata`.
  const RdtGroup other = {.name = "other", .is_own = true};
  CHECK_FALSE(RdtLease::make(resctrl.open(), other, {kL3}));
  CHECK_FALSE(resctrl.has("other"));
}

}  // namespace
}  // namespace hull::host
