// SPDX-License-Identifier: Apache-2.0
#include "cgroup/merged.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "cgroup/setting.h"

namespace hull::cgroup {
namespace {

// A value of which any is one.
template <class T>
void take(std::optional<T>& standing, const std::optional<T>& asked) {
  if (asked) standing = asked;
}

// A number that 0 leaves unset.
template <class T>
void take_set(std::optional<T>& standing, const std::optional<T>& asked) {
  if (is_set(asked)) standing = asked;
}

void take(std::string& standing, const std::string& asked) {
  if (!asked.empty()) standing = asked;
}

// Entry by entry; `same` tells whether two are for the same thing.
template <class T, class Same>
void take(std::vector<T>& standing, const std::vector<T>& asked, Same&& same) {
  for (const T& entry : asked) {
    auto found = std::ranges::find_if(standing, [&](const T& other) { return same(entry, other); });
    if (found == standing.end())
      standing.push_back(entry);
    else
      *found = entry;
  }
}

void take_memory(spec::Memory& standing, const spec::Memory& asked) {
  take_set(standing.limit, asked.limit);
  take_set(standing.reservation, asked.reservation);
  take_set(standing.swap, asked.swap);
  if (asked.limit.value_or(0) < 0 && !is_set(asked.swap)) standing.swap = asked.limit;
  take_set(standing.kernel, asked.kernel);
  take_set(standing.kernel_tcp, asked.kernel_tcp);
  take(standing.swappiness, asked.swappiness);
  take(standing.disable_oom_killer, asked.disable_oom_killer);
  take(standing.use_hierarchy, asked.use_hierarchy);
  take(standing.check_before_update, asked.check_before_update);
}

void take_cpu(spec::Cpu& standing, const spec::Cpu& asked) {
  take_set(standing.shares, asked.shares);
  take_set(standing.quota, asked.quota);
  take(standing.burst, asked.burst);
  take_set(standing.period, asked.period);
  take_set(standing.realtime_runtime, asked.realtime_runtime);
  take_set(standing.realtime_period, asked.realtime_period);
  take(standing.cpus, asked.cpus);
  take(standing.mems, asked.mems);
  take(standing.idle, asked.idle);
}

void take_block_io(spec::BlockIo& standing, const spec::BlockIo& asked) {
  auto same_device = [](const auto& one, const auto& other) {
    return one.major == other.major && one.minor == other.minor;
  };
  take_set(standing.weight, asked.weight);
  take_set(standing.leaf_weight, asked.leaf_weight);
  take(standing.weight_device, asked.weight_device, same_device);
  take(standing.throttle_read_bps_device, asked.throttle_read_bps_device, same_device);
  take(standing.throttle_write_bps_device, asked.throttle_write_bps_device, same_device);
  take(standing.throttle_read_iops_device, asked.throttle_read_iops_device, same_device);
  take(standing.throttle_write_iops_device, asked.throttle_write_iops_device, same_device);
}

}  // namespace

spec::Resources merged(spec::Resources standing, const spec::Resources& asked) {
  take_memory(standing.memory, asked.memory);
  take_cpu(standing.cpu, asked.cpu);
  take(standing.pids.limit, asked.pids.limit);
  take_block_io(standing.block_io, asked.block_io);
  take(standing.hugepage_limits, asked.hugepage_limits,
       [](const auto& one, const auto& other) { return one.page_size == other.page_size; });
  take_set(standing.network.class_id, asked.network.class_id);
  take(standing.network.priorities, asked.network.priorities,
       [](const auto& one, const auto& other) { return one.name == other.name; });
  for (const auto& [device, limits] : asked.rdma) {
    take(standing.rdma[device].hca_handles, limits.hca_handles);
    take(standing.rdma[device].hca_objects, limits.hca_objects);
  }
  for (const auto& [file, text] : asked.unified) standing.unified[file] = text;
  return standing;
}

}  // namespace hull::cgroup
