// SPDX-License-Identifier: Apache-2.0
// Version 1's files, a controller at a time.
#include <unistd.h>

#include "base/text.h"
#include "cgroup/count.h"

namespace hull::cgroup {
namespace {

template <class Part>
Part& part_of(std::optional<Part>& part) {
  return part ? *part : part.emplace();
}

void count_cpu(Files& files, Stats& stats) {
  auto text = files.text("cpu.stat");
  if (!text) return;
  Numbers numbers = flat_keyed(*text);
  part_of(stats.cpu).throttling = Throttling{.periods = numbers["nr_periods"],
                                             .throttled_periods = numbers["nr_throttled"],
                                             .throttled_time = numbers["throttled_time"]};
}

// Lines of "cpu user system" below such a heading.
void count_by_processor(std::string_view text, CpuUsage& usage) {
  for (std::string_view line : split(text, '\n')) {
    auto words = split(line, ' ');
    auto user = words.size() == 3 ? parse_uint(words[1]) : std::nullopt;
    auto kernel = words.size() == 3 ? parse_uint(words[2]) : std::nullopt;
    if (!user || !kernel) continue;
    usage.percpu_user.push_back(*user);
    usage.percpu_kernel.push_back(*kernel);
  }
}

void count_cpuacct(Files& files, Stats& stats) {
  auto total = files.number("cpuacct.usage");
  if (!total) return;
  CpuUsage usage{.total = *total};
  const std::string each = files.text("cpuacct.usage_percpu").value_or("");
  for (std::string_view word : split(trim(each), ' '))
    if (auto number = parse_uint(word)) usage.percpu.push_back(*number);
  count_by_processor(files.text("cpuacct.usage_all").value_or(""), usage);
  // In ticks: the one file that tells user time from the kernel's for the whole cgroup.
  const auto tick = 1'000'000'000 / static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
  Numbers ticks = flat_keyed(files.text("cpuacct.stat").value_or(""));
  usage.user = ticks["user"] * tick;
  usage.kernel = ticks["system"] * tick;
  part_of(stats.cpu).usage = std::move(usage);
}

void count_cpuset(Files& files, Stats& stats) {
  auto cpus = files.text("cpuset.cpus");
  if (!cpus) return;
  CpusetStats& cpuset = stats.cpuset.emplace();
  cpuset.cpus = number_list(*cpus);
  cpuset.mems = number_list(files.text("cpuset.mems").value_or(""));
  cpuset.cpu_exclusive = files.number("cpuset.cpu_exclusive");
  cpuset.mem_hardwall = files.number("cpuset.mem_hardwall");
  cpuset.mem_exclusive = files.number("cpuset.mem_exclusive");
  cpuset.memory_migrate = files.number("cpuset.memory_migrate");
  cpuset.memory_spread_page = files.number("cpuset.memory_spread_page");
  cpuset.memory_spread_slab = files.number("cpuset.memory_spread_slab");
  cpuset.memory_pressure = files.number("cpuset.memory_pressure");
  cpuset.sched_load_balance = files.number("cpuset.sched_load_balance");
  // -1 by default.
  cpuset.sched_relax_domain_level =
      parse_int(trim(files.text("cpuset.sched_relax_domain_level").value_or("")));
}

std::optional<MemoryEntry> memory_entry(Files& files, const std::string& prefix) {
  auto usage = files.number(prefix + ".usage_in_bytes");
  if (!usage) return std::nullopt;
  return MemoryEntry{.limit = files.number(prefix + ".limit_in_bytes").value_or(kNoLimit),
                     .usage = *usage,
                     .max = files.number(prefix + ".max_usage_in_bytes").value_or(0),
                     .failcnt = files.number(prefix + ".failcnt").value_or(0)};
}

void count_memory(Files& files, Stats& stats) {
  auto usage = memory_entry(files, "memory");
  if (!usage) return;
  MemoryStats& memory = part_of(stats.memory);
  memory.usage = usage;
  memory.swap = memory_entry(files, "memory.memsw");
  memory.kernel = memory_entry(files, "memory.kmem");
  memory.kernel_tcp = memory_entry(files, "memory.kmem.tcp");
  memory.raw = flat_keyed(files.text("memory.stat").value_or(""));
  memory.cache = memory.raw["cache"];
}

// Who schedules the disk counts: CFQ, BFQ, or nobody, and then there are the throttle's numbers.
std::vector<BlkioEntry> blkio_entries_of(Files& files, std::string_view quantity) {
  for (std::string_view who : {"", "bfq.", "throttle."}) {
    auto text = files.text(format("blkio.{}{}_recursive", who, quantity));
    auto entries = blkio_entries(text.value_or(""));
    if (!entries.empty()) return entries;
  }
  return {};
}

void count_blkio(Files& files, Stats& stats) {
  BlkioStats& blkio = part_of(stats.blkio);
  blkio.service_bytes = blkio_entries_of(files, "io_service_bytes");
  blkio.serviced = blkio_entries_of(files, "io_serviced");
  blkio.queued = blkio_entries_of(files, "io_queued");
  blkio.service_time = blkio_entries_of(files, "io_service_time");
  blkio.wait_time = blkio_entries_of(files, "io_wait_time");
  blkio.merged = blkio_entries_of(files, "io_merged");
  blkio.time = blkio_entries_of(files, "time");
  blkio.sectors = blkio_entries_of(files, "sectors");
}

void count_hugetlb(Files& files, Stats& stats) {
  for (const std::string& size : page_sizes(files.names(), ".usage_in_bytes")) {
    std::string file = "hugetlb." + size + ".rsvd";
    auto usage = files.number(file + ".usage_in_bytes");
    if (!usage) {
      file = "hugetlb." + size;
      usage = files.number(file + ".usage_in_bytes");
    }
    stats.hugetlb[size] = {.usage = usage.value_or(0),
                           .max = files.number(file + ".max_usage_in_bytes"),
                           .failcnt = files.number(file + ".failcnt").value_or(0)};
  }
}

struct Counter {
  std::string_view controller;
  void (*count)(Files& files, Stats& stats);
};

constexpr Counter kCounters[] = {
    {"cpu", count_cpu},         {"cpuacct", count_cpuacct}, {"cpuset", count_cpuset},
    {"memory", count_memory},   {"pids", count_pids},       {"blkio", count_blkio},
    {"hugetlb", count_hugetlb}, {"rdma", count_rdma},
};

}  // namespace

void count_legacy(std::string_view controller, Files& files, Stats& stats) {
  for (const Counter& counter : kCounters)
    if (counter.controller == controller) counter.count(files, stats);
}

}  // namespace hull::cgroup
