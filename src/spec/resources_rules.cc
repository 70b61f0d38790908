// SPDX-License-Identifier: Apache-2.0
#include "spec/resources_rules.h"

#include "base/json.h"
#include "base/text.h"
#include "spec/word_rules.h"

namespace hull::spec {
namespace {

// config-linux.md, "Memory" and "PIDs": a limit, or -1 for unlimited. So are the kernel's run times
// (admin-guide/cgroup-v1, sched-bwc.rst and sched-rt-group.rst).
Result<void> check_limit(const std::optional<std::int64_t>& limit, std::string_view pointer,
                         std::string_view name) {
  if (limit.value_or(0) >= -1) return {};
  return Error::refused(format("{}/{}: {} is neither a limit nor -1", pointer, name, *limit));
}

Result<void> check_memory(const Memory& memory, const std::string& pointer) {
  TRY(check_limit(memory.limit, pointer, "limit"));
  TRY(check_limit(memory.reservation, pointer, "reservation"));
  TRY(check_limit(memory.swap, pointer, "swap"));
  TRY(check_limit(memory.kernel, pointer, "kernel"));
  TRY(check_limit(memory.kernel_tcp, pointer, "kernelTCP"));
  // config-linux.md, "Memory": the values are from 0 to 100. Docker once wrote -1 for "unset", as
  // the unsigned number that it is here.
  constexpr std::uint64_t kUnset = UINT64_MAX;
  if (memory.swappiness.value_or(0) > 100 && memory.swappiness != kUnset)
    return Error::refused(
        format("{}/swappiness: {} is not from 0 to 100", pointer, *memory.swappiness));
  return {};
}

Result<void> check_cpu(const Cpu& cpu, const std::string& pointer) {
  TRY(check_limit(cpu.quota, pointer, "quota"));
  TRY(check_limit(cpu.realtime_runtime, pointer, "realtimeRuntime"));
  // config-linux.md, "CPU": burst MUST be no larger than any positive quota.
  if (cpu.quota.value_or(0) > 0 && cpu.burst.value_or(0) > static_cast<std::uint64_t>(*cpu.quota))
    return Error::refused(
        format("{}/burst: {} is above the quota {}", pointer, *cpu.burst, *cpu.quota));
  // The same: 0 is the default behaviour, 1 is SCHED_IDLE.
  TRY(check_range(cpu.idle.value_or(0), 0, 1, pointer + "/idle"));
  return {};
}

// config-linux.md, "Block IO": at least one of `weight` or `leafWeight` in a given entry.
Result<void> check_block_io(const BlockIo& block_io, const std::string& pointer) {
  for (std::size_t i = 0; i < block_io.weight_device.size(); ++i)
    if (!block_io.weight_device[i].weight && !block_io.weight_device[i].leaf_weight)
      return Error::refused(
          format("{}/weightDevice/{}: has neither weight nor leafWeight", pointer, i));
  return {};
}

// config-linux.md, "Huge page limits": <size><unit-prefix>B.
bool is_page_size(std::string_view size) {
  if (!size.ends_with("KB") && !size.ends_with("MB") && !size.ends_with("GB")) return false;
  size.remove_suffix(2);
  return parse_uint(size).has_value() && size.front() != '0';
}

// config-linux.md, "Unified": each key refers to a file of the cgroup's directory.
Result<void> check_unified(const std::map<std::string, std::string>& unified,
                           const std::string& pointer) {
  for (const auto& [file, value] : unified)
    if (file.empty() || file == "." || file == ".." || file.find('/') != file.npos)
      return Error::refused(format("{}: '{}' is not the name of a file", pointer, file));
  return {};
}

}  // namespace

Result<void> check_resources(const Resources& resources, std::string_view pointer) {
  TRY(check_memory(resources.memory, format("{}/memory", pointer)));
  TRY(check_cpu(resources.cpu, format("{}/cpu", pointer)));
  TRY(check_limit(resources.pids.limit, format("{}/pids", pointer), "limit"));
  TRY(check_block_io(resources.block_io, format("{}/blockIO", pointer)));
  for (std::size_t i = 0; i < resources.hugepage_limits.size(); ++i)
    if (const std::string& size = resources.hugepage_limits[i].page_size; !is_page_size(size))
      return Error::refused(
          format("{}/hugepageLimits/{}/pageSize: '{}' is not a size as '2MB'", pointer, i, size));
  // config-linux.md, "RDMA": at least one of the two in a given entry.
  for (const auto& [device, limits] : resources.rdma)
    if (!limits.hca_handles && !limits.hca_objects)
      return Error::refused(format("{}/rdma/{}: has neither hcaHandles nor hcaObjects", pointer,
                                   json::pointer_step(device)));
  TRY(check_unified(resources.unified, format("{}/unified", pointer)));
  return {};
}

}  // namespace hull::spec
