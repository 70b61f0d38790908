// SPDX-License-Identifier: Apache-2.0
#include "cgroup/stats.h"

namespace hull::cgroup {

void fields(spec::Fields& f, Stall& stall) {
  f.required("avg10", stall.avg10);
  f.required("avg60", stall.avg60);
  f.required("avg300", stall.avg300);
  f.required("total", stall.total);
}

void fields(spec::Fields& f, Pressure& pressure) {
  f.optional("some", pressure.some);
  f.optional("full", pressure.full);
}

void fields(spec::Fields& f, CpuUsage& usage) {
  f.required("total", usage.total);
  f.optional("percpu", usage.percpu);
  f.optional("percpu_kernel", usage.percpu_kernel);
  f.optional("percpu_user", usage.percpu_user);
  f.required("kernel", usage.kernel);
  f.required("user", usage.user);
}

void fields(spec::Fields& f, Throttling& throttling) {
  f.required("periods", throttling.periods);
  f.required("throttledPeriods", throttling.throttled_periods);
  f.required("throttledTime", throttling.throttled_time);
}

void fields(spec::Fields& f, CpuStats& cpu) {
  f.optional("usage", cpu.usage);
  f.optional("throttling", cpu.throttling);
  f.optional("psi", cpu.psi);
}

void fields(spec::Fields& f, CpusetStats& cpuset) {
  f.optional("cpus", cpuset.cpus);
  f.optional("cpu_exclusive", cpuset.cpu_exclusive);
  f.optional("mems", cpuset.mems);
  f.optional("mem_hardwall", cpuset.mem_hardwall);
  f.optional("mem_exclusive", cpuset.mem_exclusive);
  f.optional("memory_migrate", cpuset.memory_migrate);
  f.optional("memory_spread_page", cpuset.memory_spread_page);
  f.optional("memory_spread_slab", cpuset.memory_spread_slab);
  f.optional("memory_pressure", cpuset.memory_pressure);
  f.optional("sched_load_balance", cpuset.sched_load_balance);
  f.optional("sched_relax_domain_level", cpuset.sched_relax_domain_level);
}

void fields(spec::Fields& f, MemoryEntry& entry) {
  f.required("limit", entry.limit);
  f.required("usage", entry.usage);
  f.required("max", entry.max);
  f.required("failcnt", entry.failcnt);
}

void fields(spec::Fields& f, MemoryStats& memory) {
  f.optional("cache", memory.cache);
  f.optional("usage", memory.usage);
  f.optional("swap", memory.swap);
  f.optional("kernel", memory.kernel);
  f.optional("kernelTCP", memory.kernel_tcp);
  f.optional("raw", memory.raw);
  f.optional("psi", memory.psi);
  f.optional("event_count", memory.events);
}

void fields(spec::Fields& f, PidsStats& pids) {
  f.required("current", pids.current);
  f.required("limit", pids.limit);
}

void fields(spec::Fields& f, BlkioEntry& entry) {
  f.required("major", entry.major);
  f.required("minor", entry.minor);
  f.optional("op", entry.op);
  f.required("value", entry.value);
}

void fields(spec::Fields& f, BlkioStats& blkio) {
  f.optional("ioServiceBytesRecursive", blkio.service_bytes);
  f.optional("ioServicedRecursive", blkio.serviced);
  f.optional("ioQueueRecursive", blkio.queued);
  f.optional("ioServiceTimeRecursive", blkio.service_time);
  f.optional("ioWaitTimeRecursive", blkio.wait_time);
  f.optional("ioMergedRecursive", blkio.merged);
  f.optional("ioTimeRecursive", blkio.time);
  f.optional("sectorsRecursive", blkio.sectors);
  f.optional("psi", blkio.psi);
}

void fields(spec::Fields& f, HugetlbStats& hugetlb) {
  f.required("usage", hugetlb.usage);
  f.optional("max", hugetlb.max);
  f.required("failcnt", hugetlb.failcnt);
}

void fields(spec::Fields& f, RdmaEntry& entry) {
  f.required("device", entry.device);
  f.required("hca_handles", entry.hca_handles);
  f.required("hca_objects", entry.hca_objects);
}

void fields(spec::Fields& f, RdmaStats& rdma) {
  f.optional("current", rdma.current);
  f.optional("limit", rdma.limit);
}

void fields(spec::Fields& f, MiscStats& misc) {
  f.required("usage", misc.usage);
  f.required("limit", misc.limit);
  f.required("events", misc.events);
}

void fields(spec::Fields& f, Stats& stats) {
  f.optional("cpu", stats.cpu);
  f.optional("cpuset", stats.cpuset);
  f.optional("memory", stats.memory);
  f.optional("pids", stats.pids);
  f.optional("blkio", stats.blkio);
  f.optional("hugetlb", stats.hugetlb);
  f.optional("rdma", stats.rdma);
  f.optional("misc", stats.misc);
}

}  // namespace hull::cgroup
