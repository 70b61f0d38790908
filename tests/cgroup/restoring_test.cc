// SPDX-License-Identifier: Apache-2.0
#include "cgroup/restoring.h"

#include <doctest/doctest.h>

namespace hull::cgroup {
namespace {

std::string undo(std::string_view file, std::string_view content, std::string_view text) {
  return restoring(file, content, text).value_or("(nothing)");
}

}  // namespace

TEST_CASE("a single value is written back as it reads") {
  CHECK(undo("memory.max", "max\n", "4096") == "max");
  CHECK(undo("memory.limit_in_bytes", "9223372036854771712\n", "4096") == "9223372036854771712");
  CHECK(undo("cpu.max", "max 100000\n", "5000 10000") == "max 100000");
  CHECK(undo("cpu.cfs_quota_us", "-1\n", "5000") == "-1");
  CHECK(undo("cpuset.cpus", "0-3,7\n", "1") == "0-3,7");
}

TEST_CASE("an empty list is written back as a line end, which the kernel hears of") {
  CHECK(undo("cpuset.cpus", "\n", "1") == "\n");
  CHECK(undo("cpuset.mems", "", "0") == "\n");
}

TEST_CASE("of a file with a line for each device only that device's is written back") {
  const char* content =
      "7:0 rbps=1000 wbps=max riops=max wiops=max\n8:0 rbps=1 wbps=2 riops=3 wiops=4\n";
  CHECK(undo("io.max", content, "8:0 rbps=9") == "8:0 rbps=1 wbps=2 riops=3 wiops=4");
  CHECK(undo("blkio.throttle.read_bps_device", "7:0 100\n8:0 200\n", "7:0 9") == "7:0 100");
  CHECK(undo("io.weight", "default 100\n8:0 200\n", "8:0 50") == "8:0 200");
  CHECK(undo("rdma.max", "mlx4_0 hca_handle=2 hca_object=max\n", "mlx4_0 hca_handle=9") ==
        "mlx4_0 hca_handle=2 hca_object=max");
  CHECK(undo("net_prio.ifpriomap", "lo 0\neth0 5\n", "eth0 9") == "eth0 5");
}

TEST_CASE("a device that has no line yet has its limit lifted again") {
  CHECK(undo("io.max", "", "8:0 rbps=9") == "8:0 rbps=max wbps=max riops=max wiops=max");
  CHECK(undo("blkio.throttle.write_iops_device", "7:0 1\n", "8:0 9") == "8:0 0");
  CHECK(undo("blkio.bfq.weight_device", "default 100\n", "8:0 9") == "8:0 default");
  CHECK(undo("misc.max", "", "res_a 9") == "res_a max");
}

TEST_CASE("a weight without a device is the default's") {
  CHECK(undo("io.weight", "default 100\n8:0 200\n", "50") == "default 100");
  CHECK(undo("io.bfq.weight", "default 300\n", "default 50") == "default 300");
  CHECK(undo("blkio.bfq.weight", "300\n", "50") == "300");
}

TEST_CASE("of what the kernel adds for the reader nothing is written back") {
  CHECK(undo("memory.oom_control", "oom_kill_disable 1\nunder_oom 0\noom_kill 3\n", "0") == "1");
  CHECK(undo("cpuset.cpus.partition", "root invalid (Cpu list is empty)\n", "member") == "root");
}

TEST_CASE("a file that we know nothing of is taken for a line for each name, or a single value") {
  CHECK(undo("new.max", "a 1\nb 2\n", "b 3") == "b 2");
  CHECK(undo("new.max", "a 1\nb 2\n", "c 3") == "(nothing)");
  CHECK(undo("new.max", "7\n", "3") == "7");
}

TEST_CASE("a trigger has no value, and the weight of an idle cgroup is nobody's to write") {
  CHECK(undo("memory.pressure", "some avg10=0.00\nfull avg10=0.00\n", "some 150000 1000000") ==
        "(nothing)");
  CHECK(undo("cpu.weight", "0\n", "50") == "(nothing)");
}

TEST_CASE("becoming idle loses the weight, and a nice value is one") {
  CHECK(lost_with("cpu.idle", "0\n").size() == 2);
  CHECK(lost_with("cpu.idle", "1\n").empty());
  CHECK(lost_with("cpu.max", "0\n").empty());
  CHECK(kept_in("cpu.weight.nice") == "cpu.weight");
  CHECK(kept_in("cpu.max") == "cpu.max");
}

TEST_CASE("a text is in force where the file holds it, alone or in a line with more") {
  CHECK(is_in_force("4096", "4096"));
  CHECK(is_in_force("50000", "50000 100000"));
  CHECK(is_in_force("50000 100000", "50000 100000"));
  CHECK(is_in_force("100", "default 100"));
  CHECK(is_in_force("8:0 wbps=2", "8:0 rbps=1 wbps=2 riops=max wiops=max"));
  CHECK_FALSE(is_in_force("4096", "8192"));
  CHECK_FALSE(is_in_force("4096", ""));
  CHECK_FALSE(is_in_force("100000", "50000 100000"));
  CHECK_FALSE(is_in_force("50000 10000", "50000 100000"));
  CHECK_FALSE(is_in_force("8:0 wbps=1", "8:0 rbps=1 wbps=2 riops=max wiops=max"));
  CHECK_FALSE(is_in_force("8:0 200", "8:0 default"));
}

}  // namespace hull::cgroup
