// SPDX-License-Identifier: Apache-2.0
// Version 2's files in the terms of Stats, which are version 1's.
#include <algorithm>

#include "base/text.h"
#include "cgroup/count.h"

namespace hull::cgroup {
namespace {

constexpr std::uint64_t kPerMicrosecond = 1000;

std::uint64_t plus(std::uint64_t a, std::uint64_t b) {
  return a > kNoLimit - b ? kNoLimit : a + b;
}

void count_cpu(Files& files, Stats& stats) {
  auto text = files.text("cpu.stat");
  if (!text) return;
  Numbers numbers = flat_keyed(*text);
  CpuStats& cpu = stats.cpu.emplace();
  cpu.usage = CpuUsage{.total = numbers["usage_usec"] * kPerMicrosecond,
                       .kernel = numbers["system_usec"] * kPerMicrosecond,
                       .user = numbers["user_usec"] * kPerMicrosecond};
  if (numbers.contains("nr_periods"))
    cpu.throttling = Throttling{.periods = numbers["nr_periods"],
                                .throttled_periods = numbers["nr_throttled"],
                                .throttled_time = numbers["throttled_usec"] * kPerMicrosecond};
  if (auto stalls = files.text("cpu.pressure")) cpu.psi = pressure(*stalls);
}

void count_cpuset(Files& files, Stats& stats) {
  auto cpus = files.text("cpuset.cpus.effective");
  if (!cpus) return;
  stats.cpuset = CpusetStats{.cpus = number_list(*cpus),
                             .mems = number_list(files.text("cpuset.mems.effective").value_or(""))};
}

void count_usage(Files& files, std::uint64_t current, MemoryStats& memory) {
  memory.raw = flat_keyed(files.text("memory.stat").value_or(""));
  memory.cache = memory.raw["file"];
  memory.events = flat_keyed(files.text("memory.events").value_or(""));
  memory.usage = MemoryEntry{.limit = files.number("memory.max").value_or(kNoLimit),
                             .usage = current,
                             .max = files.number("memory.peak").value_or(0),
                             .failcnt = memory.events["max"]};
  auto swap = files.number("memory.swap.current");
  if (!swap) return;
  // Both together, as v1 has it. The most at any time is of swap alone: their sum may never have
  // been.
  memory.swap = MemoryEntry{
      .limit = plus(files.number("memory.swap.max").value_or(kNoLimit), memory.usage->limit),
      .usage = plus(*swap, current),
      .max = files.number("memory.swap.peak").value_or(0),
      .failcnt = value_of(files.text("memory.swap.events").value_or(""), "max").value_or(0)};
}

void count_memory(Files& files, Stats& stats) {
  auto current = files.number("memory.current");
  auto stalls = files.text("memory.pressure");
  if (!current && !stalls) return;
  MemoryStats& memory = stats.memory.emplace();
  if (current) count_usage(files, *current, memory);
  if (stalls) memory.psi = pressure(*stalls);
}

// One entry for each of `keys` that the line of a device has.
void add(std::vector<BlkioEntry>& entries, const BlkioEntry& device, const Numbers& numbers,
         const char* const (&keys)[3]) {
  constexpr const char* kOps[] = {"Read", "Write", "Discard"};
  for (std::size_t i = 0; i < std::size(kOps); ++i) {
    auto found = numbers.find(keys[i]);
    if (found == numbers.end()) continue;
    BlkioEntry& entry = entries.emplace_back(device);
    entry.op = kOps[i];
    entry.value = found->second;
  }
}

void count_io(Files& files, Stats& stats) {
  auto text = files.text("io.stat");
  auto stalls = files.text("io.pressure");
  if (!text && !stalls) return;
  BlkioStats& blkio = stats.blkio.emplace();
  for (const Keyed& line : nested_keyed(text.value_or(""))) {
    auto device = split(line.key, ':');
    auto major = parse_uint(device.front());
    auto minor = parse_uint(device.back());
    if (device.size() != 2 || !major || !minor) continue;
    const BlkioEntry entry{.major = *major, .minor = *minor, .op = "", .value = 0};
    add(blkio.service_bytes, entry, line.numbers, {"rbytes", "wbytes", "dbytes"});
    add(blkio.serviced, entry, line.numbers, {"rios", "wios", "dios"});
  }
  if (stalls) blkio.psi = pressure(*stalls);
}

void count_hugetlb(Files& files, Stats& stats) {
  for (const std::string& size : page_sizes(files.names(), ".current")) {
    const std::string file = "hugetlb." + size;
    auto usage = files.number(file + ".rsvd.current");
    if (!usage) usage = files.number(file + ".current");
    if (!usage) continue;
    auto events = files.text(file + ".events");
    stats.hugetlb[size] = {.usage = *usage,
                           .max = std::nullopt,
                           .failcnt = value_of(events.value_or(""), "max").value_or(0)};
  }
}

void count_misc(Files& files, Stats& stats) {
  auto current = files.text("misc.current");
  if (!current) return;
  const Numbers limits = flat_keyed(files.text("misc.max").value_or(""));
  const std::string events = files.text("misc.events").value_or("");
  for (const auto& [name, usage] : flat_keyed(*current)) {
    auto limit = limits.find(name);
    stats.misc[name] = {.usage = usage,
                        .limit = limit == limits.end() ? kNoLimit : limit->second,
                        .events = value_of(events, name + ".max").value_or(0)};
  }
}

}  // namespace

void count_unified(Files& files, Stats& stats) {
  count_cpu(files, stats);
  count_cpuset(files, stats);
  count_memory(files, stats);
  count_pids(files, stats);
  count_io(files, stats);
  count_hugetlb(files, stats);
  count_rdma(files, stats);
  count_misc(files, stats);
}

}  // namespace hull::cgroup
