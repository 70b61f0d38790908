// SPDX-License-Identifier: Apache-2.0
#include "cgroup/settings.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace hull::cgroup {
namespace {

using spec::Resources;

const Layout kLegacy{{{Hierarchy::Version::One, "memory", {"memory"}},
                      {Hierarchy::Version::One, "cpu,cpuacct", {"cpu", "cpuacct"}},
                      {Hierarchy::Version::One, "cpuset", {"cpuset"}},
                      {Hierarchy::Version::One, "pids", {"pids"}},
                      {Hierarchy::Version::One, "blkio", {"blkio"}},
                      {Hierarchy::Version::One, "hugetlb", {"hugetlb"}},
                      {Hierarchy::Version::One, "net", {"net_cls", "net_prio"}},
                      {Hierarchy::Version::One, "rdma", {"rdma"}}}};
const Layout kUnified{{{Hierarchy::Version::Two,
                        "",
                        {"cpuset", "cpu", "io", "memory", "hugetlb", "pids", "rdma", "misc"}}}};
const Layout kHybrid{{{Hierarchy::Version::One, "memory", {"memory"}},
                      {Hierarchy::Version::Two, "unified", {"hugetlb"}}}};

/// "file = text" a line; "file = text | other file = other text" where there is a choice.
std::string asked(const Resources& resources, const Layout& layout) {
  auto decided = settings(resources, layout);
  if (!decided) return decided.error().message();
  std::vector<std::string> lines;
  for (const Setting& setting : *decided) {
    std::vector<std::string> choices;
    for (const Assignment& a : setting.choices) choices.push_back(a.file + " = " + a.text);
    lines.push_back(join(choices, " | "));
  }
  return join(lines, "\n");
}

}  // namespace

TEST_CASE("what is unset, and the zeros that Docker writes for it, touch nothing") {
  Resources docker;
  docker.memory = {.limit = 0,
                   .reservation = 0,
                   .swap = 0,
                   .kernel = 0,
                   .kernel_tcp = 0,
                   .swappiness = ~std::uint64_t{0},
                   .disable_oom_killer = false};
  docker.cpu = {.shares = 0, .quota = 0, .period = 0, .realtime_runtime = 0, .realtime_period = 0};
  docker.block_io = {.weight = 0, .leaf_weight = 0};
  docker.network = {.class_id = 0};
  for (const Layout& layout : {kLegacy, kUnified, kHybrid}) {
    CHECK(asked({}, layout) == "");
    CHECK(asked(docker, layout) == "");
  }
}

TEST_CASE("memory on v1") {
  Resources r;
  r.memory = {.limit = 100,
              .reservation = 50,
              .swap = 300,
              .kernel = -1,
              .kernel_tcp = 70,
              .swappiness = 0,
              .disable_oom_killer = true,
              .use_hierarchy = true};
  CHECK(asked(r, kLegacy) ==
        "memory.limit_in_bytes = 100\n"
        "memory.memsw.limit_in_bytes = 300\n"
        "memory.soft_limit_in_bytes = 50\n"
        "memory.kmem.limit_in_bytes = -1\n"
        "memory.kmem.tcp.limit_in_bytes = 70\n"
        "memory.swappiness = 0\n"
        "memory.oom_control = 1\n"
        "memory.use_hierarchy = 1");
}

TEST_CASE("memory on v2") {
  Resources r;
  r.memory = {.limit = 100, .reservation = 50, .swap = 300, .kernel = -1, .use_hierarchy = true};
  CHECK(asked(r, kUnified) == "memory.max = 100\nmemory.swap.max = 200\nmemory.low = 50");
  r.memory = {.limit = -1, .reservation = -1};
  CHECK(asked(r, kUnified) == "memory.max = max\nmemory.swap.max = max\nmemory.low = max");
}

TEST_CASE("unlimited memory on v1 takes memory and swap along") {
  Resources r;
  r.memory.limit = -1;
  CHECK(asked(r, kLegacy) == "memory.limit_in_bytes = -1\nmemory.memsw.limit_in_bytes = -1");
}

TEST_CASE("cpu on v1 and v2") {
  Resources r;
  r.cpu = {.shares = 1024,
           .quota = 50000,
           .burst = 10000,
           .period = 100000,
           .cpus = "0-1",
           .mems = "0",
           .idle = 1};
  CHECK(asked(r, kLegacy) ==
        "cpu.shares = 1024\ncpu.cfs_period_us = 100000\ncpu.cfs_quota_us = 50000\n"
        "cpu.cfs_burst_us = 10000\ncpu.idle = 1\ncpuset.cpus = 0-1\ncpuset.mems = 0");
  CHECK(asked(r, kUnified) ==
        "cpu.weight = 100\ncpu.max = 50000 100000\ncpu.max.burst = 10000\ncpu.idle = 1\n"
        "cpuset.cpus = 0-1\ncpuset.mems = 0");
}

TEST_CASE("a quota or a period alone is enough on v2") {
  Resources r;
  r.cpu.quota = 50000;
  CHECK(asked(r, kUnified) == "cpu.max = 50000");
  r.cpu.quota = -1;
  CHECK(asked(r, kUnified) == "cpu.max = max");
  r.cpu = {.period = 50000};
  CHECK(asked(r, kUnified) == "cpu.max = max 50000");
}

TEST_CASE("real-time scheduling is v1's alone") {
  Resources r;
  r.cpu = {.realtime_runtime = 5000, .realtime_period = 100000};
  CHECK(asked(r, kLegacy) == "cpu.rt_period_us = 100000\ncpu.rt_runtime_us = 5000");
  CHECK(asked(r, kUnified) == "/linux/resources/cpu/realtimePeriod: cgroup v2 has no such setting");
}

TEST_CASE("zero processes are a limit, less than zero is none") {
  Resources r;
  r.pids.limit = 0;
  CHECK(asked(r, kUnified) == "pids.max = 1");
  r.pids.limit = -1;
  CHECK(asked(r, kUnified) == "pids.max = max");
  r.pids.limit = 2048;
  CHECK(asked(r, kLegacy) == "pids.max = 2048");
}

TEST_CASE("block I/O on v1 and v2") {
  Resources r;
  r.block_io.weight = 500;
  r.block_io.weight_device = {{.major = 8, .minor = 0, .weight = 10}};
  r.block_io.throttle_read_bps_device = {{.major = 8, .minor = 16, .rate = 600}};
  r.block_io.throttle_write_iops_device = {{.major = 8, .minor = 16, .rate = 0}};
  CHECK(asked(r, kLegacy) ==
        "blkio.weight = 500 | blkio.bfq.weight = 500\n"
        "blkio.weight_device = 8:0 10 | blkio.bfq.weight_device = 8:0 10\n"
        "blkio.throttle.read_bps_device = 8:16 600\n"
        "blkio.throttle.write_iops_device = 8:16 0");
  CHECK(asked(r, kUnified) ==
        "io.bfq.weight = 500 | io.weight = 4950\n"
        "io.bfq.weight = 8:0 10 | io.weight = 8:0 1\n"
        "io.max = 8:16 rbps=600\n"
        "io.max = 8:16 wiops=max");
}

TEST_CASE("leaf weights are v1's alone") {
  Resources r;
  r.block_io.leaf_weight = 20;
  r.block_io.weight_device = {{.major = 8, .minor = 0, .leaf_weight = 30}};
  CHECK(asked(r, kLegacy) ==
        "blkio.leaf_weight = 20\n"
        "blkio.leaf_weight_device = 8:0 30");
  CHECK(asked(r, kUnified) == "/linux/resources/blockIO/leafWeight: cgroup v2 has no such setting");
  r.block_io.leaf_weight.reset();
  CHECK(asked(r, kUnified) ==
        "/linux/resources/blockIO/weightDevice/0/leafWeight: cgroup v2 has no such setting");
}

TEST_CASE("the four throttles of a device on v1 and v2") {
  Resources r;
  r.block_io.throttle_read_bps_device = {{.major = 8, .minor = 16, .rate = 1}};
  r.block_io.throttle_write_bps_device = {{.major = 8, .minor = 16, .rate = 2}};
  r.block_io.throttle_read_iops_device = {{.major = 8, .minor = 16, .rate = 3}};
  r.block_io.throttle_write_iops_device = {{.major = 8, .minor = 16, .rate = 4}};
  CHECK(asked(r, kLegacy) ==
        "blkio.throttle.read_bps_device = 8:16 1\n"
        "blkio.throttle.write_bps_device = 8:16 2\n"
        "blkio.throttle.read_iops_device = 8:16 3\n"
        "blkio.throttle.write_iops_device = 8:16 4");
  CHECK(asked(r, kUnified) ==
        "io.max = 8:16 rbps=1\n"
        "io.max = 8:16 wbps=2\n"
        "io.max = 8:16 riops=3\n"
        "io.max = 8:16 wiops=4");
}

TEST_CASE("huge pages limit use and, where the kernel can, reservations") {
  Resources r;
  r.hugepage_limits = {{.page_size = "2MB", .limit = 4194304}};
  CHECK(asked(r, kLegacy) ==
        "hugetlb.2MB.limit_in_bytes = 4194304\nhugetlb.2MB.rsvd.limit_in_bytes = 4194304");
  CHECK(asked(r, kHybrid) == "hugetlb.2MB.max = 4194304\nhugetlb.2MB.rsvd.max = 4194304");
}

TEST_CASE("a huge page size that is none is refused, so that it cannot name another file") {
  for (std::string size : {"2MB/../x", "MB", "2", "2TB", "-2MB", ""}) {
    Resources r;
    r.hugepage_limits = {{.page_size = size, .limit = 1}};
    CHECK(asked(r, kLegacy) ==
          "/linux/resources/hugepageLimits/0/pageSize: '" + size + "' is not a size like 2MB");
  }
}

TEST_CASE("network and rdma") {
  Resources r;
  r.network = {.class_id = 1048577, .priorities = {{.name = "eth0", .priority = 500}}};
  CHECK(asked(r, kLegacy) == "net_cls.classid = 1048577\nnet_prio.ifpriomap = eth0 500");
  CHECK(asked(r, kUnified) == "/linux/resources/network/classID: cgroup v2 has no such setting");
  r.network.class_id.reset();
  CHECK(asked(r, kUnified) == "/linux/resources/network/priorities: cgroup v2 has no such setting");
  r = {};
  r.rdma = {{"mlx4_0", {.hca_objects = 1000}}, {"mlx5_1", {.hca_handles = 3, .hca_objects = 10}}};
  CHECK(asked(r, kUnified) ==
        "rdma.max = mlx4_0 hca_object=1000\nrdma.max = mlx5_1 hca_handle=3 hca_object=10");
}

TEST_CASE("unified files are written a line at a time, known or not") {
  Resources r;
  r.unified = {
      {"cgroup.max.depth", "3"}, {"io.max", "8:0 rbps=1\n8:16 wbps=2\n"}, {"misc.max", "res_a 1"}};
  CHECK(asked(r, kUnified) ==
        "cgroup.max.depth = 3\nio.max = 8:0 rbps=1\nio.max = 8:16 wbps=2\nmisc.max = res_a 1");
}

TEST_CASE("unified names that are no file to configure are refused") {
  auto refusal = [](const std::string& file) {
    Resources r;
    r.unified = {{file, "1"}};
    return asked(r, kUnified);
  };
  CHECK(refusal("../memory.max") ==
        "/linux/resources/unified: '../memory.max' is not the name of a cgroup file");
  CHECK(refusal("tasks") == "/linux/resources/unified: 'tasks' is not the name of a cgroup file");
  CHECK(refusal("cgroup.procs") ==
        "/linux/resources/unified/cgroup.procs: this file is the runtime's");
}

TEST_CASE("a controller that is elsewhere or nowhere is refused with where it is") {
  Resources r;
  r.unified = {{"memory.high", "1"}};
  CHECK(asked(r, kHybrid) ==
        "/linux/resources/unified/memory.high: memory controller is not available on the v2 "
        "hierarchy; it is on v1 at /sys/fs/cgroup/memory");
  r = {};
  r.pids.limit = 1;
  CHECK(asked(r, kHybrid) == "/linux/resources/pids/limit: pids controller is not available");
  r = {};
  r.unified = {{"cgroup.max.depth", "1"}};
  CHECK(asked(r, kLegacy) ==
        "/linux/resources/unified/cgroup.max.depth: this host has no cgroup v2");
}

TEST_CASE("v2 refuses what only v1 has") {
  auto refusal = [](const spec::Memory& memory) {
    Resources r;
    r.memory = memory;
    return asked(r, kUnified);
  };
  CHECK(refusal({.kernel = 1}) == "/linux/resources/memory/kernel: cgroup v2 has no such setting");
  CHECK(refusal({.kernel_tcp = 1}) ==
        "/linux/resources/memory/kernelTCP: cgroup v2 has no such setting");
  CHECK(refusal({.swappiness = 0}) ==
        "/linux/resources/memory/swappiness: cgroup v2 has no such setting");
  CHECK(refusal({.disable_oom_killer = true}) ==
        "/linux/resources/memory/disableOOMKiller: cgroup v2 has no such setting");
  CHECK(refusal({.use_hierarchy = false}) ==
        "/linux/resources/memory/useHierarchy: cgroup v2 always accounts hierarchically");
}

TEST_CASE("memory that is not to be accounted hierarchically is v1's to decide") {
  Resources r;
  r.memory.use_hierarchy = false;
  CHECK(asked(r, kLegacy) == "memory.use_hierarchy = 0");
}

TEST_CASE("values out of range are refused at their pointer") {
  Resources r;
  r.memory.swappiness = 101;
  CHECK(asked(r, kLegacy) == "/linux/resources/memory/swappiness: 101 is not from 0 to 100");
  r.memory = {.limit = 300, .swap = 100};
  CHECK(asked(r, kUnified) ==
        "/linux/resources/memory/swap: 100 is less than the memory limit 300");
}

}  // namespace hull::cgroup
