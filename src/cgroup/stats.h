// SPDX-License-Identifier: Apache-2.0
// What a cgroup has used, in the shape in which runc's `events` prints it and containerd's go-runc
// reads it, and some more. Values; what the kernel does not tell is absent. Times are nanoseconds,
// sizes bytes. cgroup/count_legacy and count_unified fill it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cgroup/keyed.h"
#include "spec/fields.h"

namespace hull::cgroup {

/// Pressure stall information (psi.rst): shares of the time in percent, and the whole in
/// microseconds, as the kernel has it.
struct Stall {
  double avg10 = 0;
  double avg60 = 0;
  double avg300 = 0;
  std::uint64_t total = 0;
};

struct Pressure {
  std::optional<Stall> some;
  std::optional<Stall> full;
};

struct CpuUsage {
  std::uint64_t total = 0;
  /// By processor; v1 only.
  std::vector<std::uint64_t> percpu;
  std::vector<std::uint64_t> percpu_kernel;
  std::vector<std::uint64_t> percpu_user;
  std::uint64_t kernel = 0;
  std::uint64_t user = 0;
};

struct Throttling {
  std::uint64_t periods = 0;
  std::uint64_t throttled_periods = 0;
  std::uint64_t throttled_time = 0;
};

struct CpuStats {
  std::optional<CpuUsage> usage;
  std::optional<Throttling> throttling;
  std::optional<Pressure> psi;
};

/// v2 has the first two only, those in effect.
struct CpusetStats {
  std::vector<std::uint32_t> cpus;
  std::vector<std::uint32_t> mems;
  std::optional<std::uint64_t> cpu_exclusive;
  std::optional<std::uint64_t> mem_hardwall;
  std::optional<std::uint64_t> mem_exclusive;
  std::optional<std::uint64_t> memory_migrate;
  std::optional<std::uint64_t> memory_spread_page;
  std::optional<std::uint64_t> memory_spread_slab;
  std::optional<std::uint64_t> memory_pressure;
  std::optional<std::uint64_t> sched_load_balance;
  std::optional<std::int64_t> sched_relax_domain_level;
};

/// No limit is 2^64 - 1, on v1 the largest number of whole pages. `failcnt`: how often the limit
/// was met.
struct MemoryEntry {
  std::uint64_t limit = 0;
  std::uint64_t usage = 0;
  std::uint64_t max = 0;
  std::uint64_t failcnt = 0;
};

struct MemoryStats {
  std::optional<std::uint64_t> cache;
  std::optional<MemoryEntry> usage;
  /// Memory and swap together, as v1 counts them.
  std::optional<MemoryEntry> swap;
  /// v1 only.
  std::optional<MemoryEntry> kernel;
  std::optional<MemoryEntry> kernel_tcp;
  /// memory.stat by the kernel's names.
  Numbers raw;
  /// memory.events; v2 only.
  Numbers events;
  std::optional<Pressure> psi;
};

/// `limit` 0: none.
struct PidsStats {
  std::uint64_t current = 0;
  std::uint64_t limit = 0;
};

struct BlkioEntry {
  std::uint64_t major = 0;
  std::uint64_t minor = 0;
  /// "Read", "Write" …; empty where the kernel has but one number.
  std::string op;
  std::uint64_t value = 0;
};

/// On v2 the first two alone.
struct BlkioStats {
  std::vector<BlkioEntry> service_bytes;
  std::vector<BlkioEntry> serviced;
  std::vector<BlkioEntry> queued;
  std::vector<BlkioEntry> service_time;
  std::vector<BlkioEntry> wait_time;
  std::vector<BlkioEntry> merged;
  std::vector<BlkioEntry> time;
  std::vector<BlkioEntry> sectors;
  std::optional<Pressure> psi;
};

/// Reservations where the kernel counts them, else faulted pages; `max`, the most at any time, on
/// v1 only.
struct HugetlbStats {
  std::uint64_t usage = 0;
  std::optional<std::uint64_t> max;
  std::uint64_t failcnt = 0;
};

struct RdmaEntry {
  std::string device;
  std::uint64_t hca_handles = 0;
  std::uint64_t hca_objects = 0;
};

struct RdmaStats {
  std::vector<RdmaEntry> current;
  std::vector<RdmaEntry> limit;
};

/// One resource of the misc controller; `events`: how often its limit was met.
struct MiscStats {
  std::uint64_t usage = 0;
  std::uint64_t limit = kNoLimit;
  std::uint64_t events = 0;
};

struct Stats {
  std::optional<CpuStats> cpu;
  std::optional<CpusetStats> cpuset;
  std::optional<MemoryStats> memory;
  std::optional<PidsStats> pids;
  std::optional<BlkioStats> blkio;
  /// By page size: "2MB".
  std::map<std::string, HugetlbStats> hugetlb;
  std::optional<RdmaStats> rdma;
  std::map<std::string, MiscStats> misc;
};

/// The members, once: see spec/fields.h.
void fields(spec::Fields& f, Stall& stall);
void fields(spec::Fields& f, Pressure& pressure);
void fields(spec::Fields& f, CpuUsage& usage);
void fields(spec::Fields& f, Throttling& throttling);
void fields(spec::Fields& f, CpuStats& cpu);
void fields(spec::Fields& f, CpusetStats& cpuset);
void fields(spec::Fields& f, MemoryEntry& entry);
void fields(spec::Fields& f, MemoryStats& memory);
void fields(spec::Fields& f, PidsStats& pids);
void fields(spec::Fields& f, BlkioEntry& entry);
void fields(spec::Fields& f, BlkioStats& blkio);
void fields(spec::Fields& f, HugetlbStats& hugetlb);
void fields(spec::Fields& f, RdmaEntry& entry);
void fields(spec::Fields& f, RdmaStats& rdma);
void fields(spec::Fields& f, MiscStats& misc);
void fields(spec::Fields& f, Stats& stats);

}  // namespace hull::cgroup
