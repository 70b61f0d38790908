// SPDX-License-Identifier: Apache-2.0
#include "cgroup/unit_properties.h"

#include <doctest/doctest.h>

#include <limits>

#include "base/text.h"

namespace hull::cgroup {
namespace {

constexpr unsigned kNew = 257;

using Files = std::map<std::string, std::string>;

/// "NAME=VALUE" of each property, joined by blanks; sets of numbers as the bytes of their bitmap.
std::string show(const Value& value) {
  if (value.type == "t" && value.number() == std::numeric_limits<std::uint64_t>::max())
    return "infinity";
  if (value.type == "s") return value.text();
  if (value.type == "b") return std::get<bool>(value.data) ? "yes" : "no";
  if (value.inside().empty()) return std::to_string(value.number());
  std::string all;
  for (const Value& one : value.inside()) all += (all.empty() ? "" : ",") + show(one);
  return "(" + all + ")";
}

std::string show(const Properties& properties) {
  std::string all;
  for (const Property& property : properties)
    all += (all.empty() ? "" : " ") + property.name + "=" + show(property.value);
  return all;
}

std::string told(const std::vector<Assignment>& writes, unsigned version = kNew,
                 const Files& now = {}) {
  return show(unit_properties(writes, version, [&](const std::string& file) {
    auto found = now.find(file);
    return found == now.end() ? std::optional<std::string>() : found->second;
  }));
}

std::string annotated(const std::string& name, const std::string& text) {
  auto properties = annotated_properties({{"org.systemd.property." + name, text}, {"other", "x"}});
  return properties ? show(*properties) : properties.error().message();
}

}  // namespace

TEST_CASE("limits of v2 are properties of the same value") {
  CHECK(told({{"memory.max", "4194304"}}) == "MemoryMax=4194304");
  CHECK(told({{"memory.max", "max"}}) == "MemoryMax=infinity");
  CHECK(told({{"memory.high", "5"}, {"memory.low", "0"}, {"memory.min", "7"}}) ==
        "MemoryHigh=5 MemoryLow=0 MemoryMin=7");
  CHECK(told({{"memory.swap.max", "0"}}) == "MemorySwapMax=0");
  CHECK(told({{"pids.max", "10"}}) == "TasksMax=10");
  CHECK(told({{"cpu.weight", "59"}}) == "CPUWeight=59");
  CHECK(told({{"cpu.weight", "59"}, {"cpu.idle", "1"}}) == "CPUWeight=0");
  CHECK(told({{"cpu.weight", "59"}, {"cpu.idle", "0"}}) == "CPUWeight=59");
}

TEST_CASE("of two writes to a file the later one counts") {
  CHECK(told({{"pids.max", "10"}, {"pids.max", "20"}}) == "TasksMax=20");
}

TEST_CASE("limits of v1 have the names that systemd had for them then") {
  CHECK(told({{"memory.limit_in_bytes", "4096"}}) == "MemoryLimit=4096");
  CHECK(told({{"memory.limit_in_bytes", "-1"}}) == "MemoryLimit=infinity");
  CHECK(told({{"cpu.shares", "512"}}) == "CPUShares=512");
  CHECK(told({{"blkio.weight", "500"}}) == "BlockIOWeight=500");
  CHECK(told({{"cpu.cfs_period_us", "50000"}, {"cpu.cfs_quota_us", "25000"}}) ==
        "CPUQuotaPeriodUSec=50000 CPUQuotaPerSecUSec=500000");
}

TEST_CASE("a quota is told by the second, rounded up to the percent that systemd keeps") {
  CHECK(told({{"cpu.max", "50000 100000"}}) ==
        "CPUQuotaPeriodUSec=100000 CPUQuotaPerSecUSec=500000");
  CHECK(told({{"cpu.max", "12345 100000"}}) ==
        "CPUQuotaPeriodUSec=100000 CPUQuotaPerSecUSec=130000");
  CHECK(told({{"cpu.max", "max"}}) == "CPUQuotaPerSecUSec=infinity");
  CHECK(told({{"cpu.max", "max 50000"}}) == "CPUQuotaPeriodUSec=50000 CPUQuotaPerSecUSec=infinity");
  CHECK(told({{"cpu.max", "20000"}}) == "CPUQuotaPerSecUSec=200000");
  CHECK(told({{"cpu.max", "20000"}}, kNew, {{"cpu.max", "max 50000\n"}}) ==
        "CPUQuotaPerSecUSec=400000");
  CHECK(told({{"cpu.cfs_quota_us", "20000"}}, kNew, {{"cpu.cfs_period_us", "50000\n"}}) ==
        "CPUQuotaPerSecUSec=400000");
  CHECK(told({{"cpu.cfs_period_us", "50000"}}, kNew, {{"cpu.cfs_quota_us", "20000\n"}}) ==
        "CPUQuotaPeriodUSec=50000 CPUQuotaPerSecUSec=400000");
}

TEST_CASE("sets of processors are bitmaps") {
  CHECK(told({{"cpuset.cpus", "0"}}) == "AllowedCPUs=(1)");
  CHECK(told({{"cpuset.cpus", "0-2,9\n"}}) == "AllowedCPUs=(7,2)");
  CHECK(told({{"cpuset.mems", "1"}}) == "AllowedMemoryNodes=(2)");
  CHECK(told({{"cpuset.cpus", "\n"}}) == "AllowedCPUs=0");
  for (const char* text : {"0-7:2/4", "3-1", "x", "0-4294967295"})
    CHECK(told({{"cpuset.cpus", text}}).empty());
}

TEST_CASE("weights and limits of devices gather by property") {
  CHECK(told({{"io.weight", "200"}}) == "IOWeight=200");
  CHECK(told({{"io.weight", "default 200"}}) == "IOWeight=200");
  CHECK(told({{"io.weight", "8:0 200"}, {"io.weight", "8:16 300"}}) ==
        "IODeviceWeight=((/dev/block/8:0,200),(/dev/block/8:16,300))");
  CHECK(
      told({{"io.max", "8:0 rbps=1000"}, {"io.max", "8:0 wiops=max"}, {"io.max", "8:16 rbps=7"}}) ==
      "IOReadBandwidthMax=((/dev/block/8:0,1000),(/dev/block/8:16,7)) "
      "IOWriteIOPSMax=((/dev/block/8:0,infinity))");
}

TEST_CASE("a BFQ weight is told as what systemd makes that weight of") {
  CHECK(told({{"io.bfq.weight", "100"}}) == "IOWeight=100");
  CHECK(told({{"io.bfq.weight", "10"}}) == "IOWeight=10");
  CHECK(told({{"io.bfq.weight", "500"}}) == "IOWeight=4500");
  CHECK(told({{"io.bfq.weight", "1000"}}) == "IOWeight=10000");
}

TEST_CASE("what systemd does not know, not yet, or refuses is not told") {
  CHECK(told({{"hugetlb.2MB.max", "0"}, {"rdma.max", "x"}, {"cpu.max.burst", "5"}}).empty());
  CHECK(told({{"memory.max", "0"}}).empty());
  CHECK(told({{"cpu.weight", "10001"}}).empty());
  CHECK(told({{"memory.zswap.max", "5"}}) == "MemoryZSwapMax=5");
  CHECK(told({{"memory.zswap.max", "5"}}, 252).empty());
  CHECK(told({{"memory.zswap.writeback", "0"}}) == "MemoryZSwapWriteback=no");
  CHECK(told({{"cpuset.cpus", "0"}}, 243).empty());
  CHECK(told({{"cpu.idle", "1"}}, 251).empty());
  CHECK(told({{"cpu.max", "5000 10000"}}, 241) == "CPUQuotaPerSecUSec=500000");
}

TEST_CASE("annotations give further properties") {
  CHECK(annotated("TimeoutStopUSec", "uint64 10000000") == "TimeoutStopUSec=10000000");
  CHECK(annotated("CollectMode", "'inactive'") == "CollectMode=inactive");
  CHECK(annotated("DefaultDependencies", "true") == "DefaultDependencies=yes");
  CHECK(annotated("After", "['crio.service']") == "After=(crio.service)");
}

TEST_CASE("seconds become the microseconds that systemd takes") {
  CHECK(annotated("TimeoutStopSec", "10") == "TimeoutStopUSec=10000000");
  CHECK(annotated("TimeoutStopSec", "uint64 10") == "TimeoutStopUSec=10000000");
  CHECK(annotated("TimeoutStopSec", "1.5") == "TimeoutStopUSec=1500000");
  const std::string pointer = "/annotations/org.systemd.property.TimeoutStopSec: ";
  CHECK(annotated("TimeoutStopSec", "'10'") == pointer + "seconds must be a number");
  for (const char* text : {"-1", "uint64 18446744073709551615", "-0.5", "1e300", "nan"})
    CHECK(annotated("TimeoutStopSec", text) == pointer + "the number of seconds is out of range");
}

TEST_CASE("an annotation that names no property, or one of hull's own, is refused") {
  const std::string pointer = "/annotations/org.systemd.property.";
  CHECK(annotated("Memory_Max", "1") ==
        pointer + "Memory_Max: the name of a property has letters only, and three");
  CHECK(annotated("", "1") == pointer + ": the name of a property has letters only, and three");
  CHECK(annotated("a/b", "1") ==
        pointer + "a~1b: the name of a property has letters only, and three");
  for (const char* name : {"PIDs", "Slice", "Delegate"})
    CHECK(annotated(name, "1") == pointer + name + ": this property is the runtime's");
  CHECK(annotated("KillMode", "mixed") ==
        pointer + "KillMode: 'mixed' at 1: 'mixed' is neither a value nor a type");
}

}  // namespace hull::cgroup
