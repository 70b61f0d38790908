// SPDX-License-Identifier: Apache-2.0
#include "cgroup/unified.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "base/text.h"
#include "cgroup/alike.h"
#include "cgroup/convert.h"

namespace hull::cgroup::unified {
namespace {

Error no_such(std::string_view member) {
  return Error::refused(pointer_to(member) + ": cgroup v2 has no such setting");
}

Result<void> refuse_legacy_only(const spec::Memory& memory) {
  // Unlimited is what v2 has anyway.
  if (memory.kernel.value_or(0) > 0) return no_such("memory/kernel");
  if (memory.kernel_tcp.value_or(0) > 0) return no_such("memory/kernelTCP");
  // Old Dockers write -1 for unset, which arrives as the largest number.
  if (memory.swappiness && *memory.swappiness != std::numeric_limits<std::uint64_t>::max())
    return no_such("memory/swappiness");
  if (memory.disable_oom_killer.value_or(false)) return no_such("memory/disableOOMKiller");
  // v2 has no other way.
  if (!memory.use_hierarchy.value_or(true))
    return Error::refused(pointer_to("memory/useHierarchy") +
                          ": cgroup v2 always accounts hierarchically");
  return {};
}

void throttle(Settings& settings, std::string_view member, std::string_view key,
              const std::vector<spec::ThrottleDevice>& devices) {
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const spec::ThrottleDevice& device = devices[i];
    // v1 lifts a limit by 0, which v2 takes for a mistake.
    const std::string rate = device.rate == 0 ? "max" : std::to_string(device.rate);
    set(settings, "io", format("blockIO/{}/{}", member, i), "io.max",
        format("{}:{} {}={}", device.major, device.minor, key, rate));
  }
}

// BFQ takes v1's weights; without it there is the I/O cost model with a scale of its own.
void weigh(Settings& settings, const std::string& member, const std::string& device,
           std::uint64_t weight) {
  set(settings, "io", "blockIO/" + member, "io.bfq.weight", device + std::to_string(weight))
      .choices.push_back({"io.weight", device + std::to_string(io_weight(weight))});
}

// Acting on these would end, stop or move the container, or keep processes out of it.
constexpr std::string_view kActions[] = {"cgroup.freeze",          "cgroup.kill",    "cgroup.procs",
                                         "cgroup.subtree_control", "cgroup.threads", "cgroup.type"};

}  // namespace

Result<void> memory(const spec::Resources& resources, const Present& present, Settings& settings) {
  const spec::Memory& memory = resources.memory;
  TRY(refuse_legacy_only(memory));
  if (is_set(memory.limit)) {
    set(settings, "memory", "memory/limit", "memory.max", limit_or_max(*memory.limit));
    // The kernel kills until it fits.
    if (memory.check_before_update.value_or(false)) settings.back().usage = "memory.current";
  }
  const auto limit = is_set(memory.limit) ? memory.limit : present.memory;
  auto swap = TRY(swap_max(limit, memory.swap).context([] { return pointer_to("memory/swap"); }));
  if (swap) {
    set(settings, "memory", is_set(memory.swap) ? "memory/swap" : "memory/limit", "memory.swap.max",
        *swap);
    if (*swap == "max") settings.back().absent = Absent::Fine;
  }
  if (is_set(memory.reservation))
    set(settings, "memory", "memory/reservation", "memory.low", limit_or_max(*memory.reservation));
  return {};
}

Result<void> cpu(const spec::Resources& resources, const Present& present, Settings& settings) {
  const spec::Cpu& cpu = resources.cpu;
  if (is_set(cpu.realtime_period)) return no_such("cpu/realtimePeriod");
  if (is_set(cpu.realtime_runtime)) return no_such("cpu/realtimeRuntime");
  if (is_set(cpu.shares))
    set(settings, "cpu", "cpu/shares", "cpu.weight", std::to_string(cpu_weight(*cpu.shares)));
  if (is_set(cpu.quota) || is_set(cpu.period)) {
    const auto quota = is_set(cpu.quota) ? cpu.quota : present.quota;
    const auto period = is_set(cpu.period) ? cpu.period : present.period;
    std::string text = quota.value_or(0) > 0 ? std::to_string(*quota) : "max";
    if (period) text += " " + std::to_string(*period);
    set(settings, "cpu", is_set(cpu.quota) ? "cpu/quota" : "cpu/period", "cpu.max", text);
  }
  // A kernel that does not know burst or idle has neither: 0.
  if (cpu.burst)
    set(settings, "cpu", "cpu/burst", "cpu.max.burst", std::to_string(*cpu.burst)).absent =
        *cpu.burst == 0 ? Absent::Fine : Absent::Refused;
  if (cpu.idle)
    set(settings, "cpu", "cpu/idle", "cpu.idle", std::to_string(*cpu.idle)).absent =
        *cpu.idle == 0 ? Absent::Fine : Absent::Refused;
  return {};
}

Result<void> io(const spec::Resources& resources, Settings& settings) {
  const spec::BlockIo& asked = resources.block_io;
  if (is_set(asked.leaf_weight)) return no_such("blockIO/leafWeight");
  if (is_set(asked.weight)) weigh(settings, "weight", "", *asked.weight);
  for (std::size_t i = 0; i < asked.weight_device.size(); ++i) {
    const spec::WeightDevice& device = asked.weight_device[i];
    const std::string member = format("weightDevice/{}/", i);
    if (is_set(device.leaf_weight)) return no_such("blockIO/" + member + "leafWeight");
    if (is_set(device.weight))
      weigh(settings, member + "weight", format("{}:{} ", device.major, device.minor),
            *device.weight);
  }
  throttle(settings, "throttleReadBpsDevice", "rbps", asked.throttle_read_bps_device);
  throttle(settings, "throttleWriteBpsDevice", "wbps", asked.throttle_write_bps_device);
  throttle(settings, "throttleReadIOPSDevice", "riops", asked.throttle_read_iops_device);
  throttle(settings, "throttleWriteIOPSDevice", "wiops", asked.throttle_write_iops_device);
  return {};
}

Result<void> hugetlb(const spec::Resources& resources, Settings& settings) {
  return alike::hugetlb(resources, settings, "max");
}

Result<void> net_cls(const spec::Resources& resources, Settings&) {
  if (is_set(resources.network.class_id)) return no_such("network/classID");
  return {};
}

Result<void> net_prio(const spec::Resources& resources, Settings&) {
  if (!resources.network.priorities.empty()) return no_such("network/priorities");
  return {};
}

Result<void> files(const spec::Resources& resources, Settings& settings) {
  for (const auto& [file, text] : resources.unified) {
    const std::size_t dot = file.find('.');
    const std::string member = "unified/" + file;
    if (dot == 0 || dot == file.npos || file.find('/') != file.npos)
      return Error::refused(
          format("{}: '{}' is not the name of a cgroup file", pointer_to("unified"), file));
    if (std::ranges::find(kActions, file) != std::end(kActions))
      return Error::refused(format("{}: this file is the runtime's", pointer_to(member)));
    const std::string prefix = file.substr(0, dot);
    // The kernel takes a line at a time of those files that have several.
    for (std::string_view line : split(trim(text), '\n'))
      set(settings, prefix == "cgroup" ? "" : prefix, member, file, std::string(line));
  }
  return {};
}

}  // namespace hull::cgroup::unified
