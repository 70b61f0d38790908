// SPDX-License-Identifier: Apache-2.0
#include "cgroup/alike.h"

#include <string>

#include "base/text.h"

namespace hull::cgroup::alike {
namespace {

// "2MB" and its like, as config-linux.md has it: it becomes part of a file's name.
bool is_page_size(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  if (text.size() < 3 || !text.ends_with('B')) return false;
  if (kUnits.find(text[text.size() - 2]) == kUnits.npos) return false;
  return parse_uint(text.substr(0, text.size() - 2)).value_or(0) != 0;
}

// 0 is a limit (config-linux.md, "PIDs"). It is written as 1, which forbids the same, every fork of
// the process that is there, but lets that one be born in the cgroup.
std::string pids_max(std::int64_t limit) {
  if (limit < 0) return "max";
  return limit == 0 ? "1" : std::to_string(limit);
}

}  // namespace

Result<void> cpuset(const spec::Resources& resources, Settings& settings) {
  if (!resources.cpu.cpus.empty())
    set(settings, "cpuset", "cpu/cpus", "cpuset.cpus", resources.cpu.cpus);
  if (!resources.cpu.mems.empty())
    set(settings, "cpuset", "cpu/mems", "cpuset.mems", resources.cpu.mems);
  return {};
}

Result<void> pids(const spec::Resources& resources, Settings& settings) {
  if (resources.pids.limit)
    set(settings, "pids", "pids/limit", "pids.max", pids_max(*resources.pids.limit));
  return {};
}

Result<void> rdma(const spec::Resources& resources, Settings& settings) {
  for (const auto& [device, limits] : resources.rdma) {
    std::string text = device;
    if (limits.hca_handles) text += format(" hca_handle={}", *limits.hca_handles);
    if (limits.hca_objects) text += format(" hca_object={}", *limits.hca_objects);
    set(settings, "rdma", "rdma/" + device, "rdma.max", text);
  }
  return {};
}

Result<void> hugetlb(const spec::Resources& resources, Settings& settings,
                     std::string_view suffix) {
  for (std::size_t i = 0; i < resources.hugepage_limits.size(); ++i) {
    const spec::HugepageLimit& asked = resources.hugepage_limits[i];
    const std::string member = format("hugepageLimits/{}", i);
    if (!is_page_size(asked.page_size))
      return Error::refused(
          format("{}/pageSize: '{}' is not a size like 2MB", pointer_to(member), asked.page_size));
    const std::string limit = std::to_string(asked.limit);
    set(settings, "hugetlb", member, format("hugetlb.{}.{}", asked.page_size, suffix), limit);
    set(settings, "hugetlb", member, format("hugetlb.{}.rsvd.{}", asked.page_size, suffix), limit)
        .absent = Absent::Fine;
  }
  return {};
}

}  // namespace hull::cgroup::alike
