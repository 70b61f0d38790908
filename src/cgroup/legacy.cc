// SPDX-License-Identifier: Apache-2.0
#include "cgroup/legacy.h"

#include <limits>
#include <string>

#include "base/text.h"
#include "cgroup/alike.h"
#include "cgroup/convert.h"

namespace hull::cgroup::legacy {
namespace {

void throttle(Settings& settings, std::string_view member, const std::string& file,
              const std::vector<spec::ThrottleDevice>& devices) {
  for (std::size_t i = 0; i < devices.size(); ++i)
    set(settings, "blkio", format("blockIO/{}/{}", member, i), "blkio.throttle." + file,
        format("{}:{} {}", devices[i].major, devices[i].minor, devices[i].rate));
}

// The weights are the old scheduler's (blkio.weight) or BFQ's, as the kernel has it.
void weigh(Settings& settings, const std::string& member, const std::string& file,
           const std::string& text) {
  set(settings, "blkio", "blockIO/" + member, "blkio." + file, text)
      .choices.push_back({"blkio.bfq." + file, text});
}

Result<void> swappiness(std::optional<std::uint64_t> asked, Settings& settings) {
  // Old Dockers write -1 for unset, which arrives as the largest number.
  if (!asked || *asked == std::numeric_limits<std::uint64_t>::max()) return {};
  if (*asked > 100)
    return Error::refused(
        format("{}: {} is not from 0 to 100", pointer_to("memory/swappiness"), *asked));
  set(settings, "memory", "memory/swappiness", "memory.swappiness", std::to_string(*asked));
  return {};
}

}  // namespace

Result<void> memory(const spec::Resources& resources, Settings& settings) {
  const spec::Memory& memory = resources.memory;
  auto limit = [&](const std::string& member, const char* file, std::optional<std::int64_t> bytes) {
    if (is_set(bytes)) set(settings, "memory", "memory/" + member, file, std::to_string(*bytes));
  };
  limit("limit", "memory.limit_in_bytes", memory.limit);
  // The kernel takes what it can from the processes before it refuses a limit below the usage.
  if (is_set(memory.limit) && memory.check_before_update.value_or(false))
    settings.back().usage = "memory.usage_in_bytes";
  // "Memory and swap" may never be less than memory: unlimited memory takes it along.
  if (memory.limit.value_or(0) < 0 && !is_set(memory.swap))
    set(settings, "memory", "memory/limit", "memory.memsw.limit_in_bytes", "-1").absent =
        Absent::Fine;
  // The kernel's answer would be the same for either of the two.
  if (is_set(memory.limit))
    TRY(swap_max(memory.limit, memory.swap).context([] { return pointer_to("memory/swap"); }));
  limit("swap", "memory.memsw.limit_in_bytes", memory.swap);
  limit("reservation", "memory.soft_limit_in_bytes", memory.reservation);
  limit("kernel", "memory.kmem.limit_in_bytes", memory.kernel);
  // Linux 5.16 refuses it; 6.6 and later accept every value and limit nothing.
  if (memory.kernel.value_or(0) > 0) settings.back().may_be_forgotten = true;
  limit("kernelTCP", "memory.kmem.tcp.limit_in_bytes", memory.kernel_tcp);
  TRY(swappiness(memory.swappiness, settings));
  if (memory.disable_oom_killer.value_or(false))
    set(settings, "memory", "memory/disableOOMKiller", "memory.oom_control", "1");
  // Linux 5.11 and later know no other way and refuse a 0.
  if (memory.use_hierarchy)
    set(settings, "memory", "memory/useHierarchy", "memory.use_hierarchy",
        *memory.use_hierarchy ? "1" : "0");
  return {};
}

Result<void> cpu(const spec::Resources& resources, Settings& settings) {
  const spec::Cpu& cpu = resources.cpu;
  auto number = [&](const std::string& member, const char* file, auto value) -> Setting& {
    return set(settings, "cpu", "cpu/" + member, file, std::to_string(value));
  };
  if (is_set(cpu.shares)) number("shares", "cpu.shares", *cpu.shares);
  if (is_set(cpu.period)) number("period", "cpu.cfs_period_us", *cpu.period);
  if (is_set(cpu.quota)) number("quota", "cpu.cfs_quota_us", *cpu.quota);
  // A kernel that does not know burst or idle has neither: 0.
  if (cpu.burst)
    number("burst", "cpu.cfs_burst_us", *cpu.burst).absent =
        *cpu.burst == 0 ? Absent::Fine : Absent::Refused;
  if (is_set(cpu.realtime_period))
    number("realtimePeriod", "cpu.rt_period_us", *cpu.realtime_period).parents_first = true;
  if (is_set(cpu.realtime_runtime))
    number("realtimeRuntime", "cpu.rt_runtime_us", *cpu.realtime_runtime).parents_first = true;
  if (cpu.idle)
    number("idle", "cpu.idle", *cpu.idle).absent = *cpu.idle == 0 ? Absent::Fine : Absent::Refused;
  return {};
}

Result<void> blkio(const spec::Resources& resources, Settings& settings) {
  const spec::BlockIo& io = resources.block_io;
  if (is_set(io.weight)) weigh(settings, "weight", "weight", std::to_string(*io.weight));
  if (is_set(io.leaf_weight))
    set(settings, "blkio", "blockIO/leafWeight", "blkio.leaf_weight",
        std::to_string(*io.leaf_weight));
  for (std::size_t i = 0; i < io.weight_device.size(); ++i) {
    const spec::WeightDevice& device = io.weight_device[i];
    const std::string member = format("weightDevice/{}/", i);
    const std::string number = format("{}:{} ", device.major, device.minor);
    if (is_set(device.weight))
      weigh(settings, member + "weight", "weight_device", number + std::to_string(*device.weight));
    if (is_set(device.leaf_weight))
      set(settings, "blkio", "blockIO/" + member + "leafWeight", "blkio.leaf_weight_device",
          number + std::to_string(*device.leaf_weight));
  }
  throttle(settings, "throttleReadBpsDevice", "read_bps_device", io.throttle_read_bps_device);
  throttle(settings, "throttleWriteBpsDevice", "write_bps_device", io.throttle_write_bps_device);
  throttle(settings, "throttleReadIOPSDevice", "read_iops_device", io.throttle_read_iops_device);
  throttle(settings, "throttleWriteIOPSDevice", "write_iops_device", io.throttle_write_iops_device);
  return {};
}

Result<void> hugetlb(const spec::Resources& resources, Settings& settings) {
  return alike::hugetlb(resources, settings, "limit_in_bytes");
}

Result<void> net_cls(const spec::Resources& resources, Settings& settings) {
  if (is_set(resources.network.class_id))
    set(settings, "net_cls", "network/classID", "net_cls.classid",
        std::to_string(*resources.network.class_id));
  return {};
}

Result<void> net_prio(const spec::Resources& resources, Settings& settings) {
  const auto& priorities = resources.network.priorities;
  for (std::size_t i = 0; i < priorities.size(); ++i)
    set(settings, "net_prio", format("network/priorities/{}", i), "net_prio.ifpriomap",
        format("{} {}", priorities[i].name, priorities[i].priority));
  return {};
}

}  // namespace hull::cgroup::legacy
