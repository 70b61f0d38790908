// SPDX-License-Identifier: Apache-2.0
#include "plan/idmaps.h"

#include <linux/capability.h>
#include <linux/sched.h>

#include <algorithm>
#include <string>

#include "base/text.h"

namespace hull::plan {
namespace {

constexpr std::size_t kMaxRows = 340;

// Whether two ranges share an id in the column `first`. A sorted copy, for up to 340 rows.
bool overlaps(std::vector<IdRange> ranges, std::uint32_t IdRange::*first) {
  std::ranges::sort(ranges, {}, first);
  for (std::size_t i = 1; i < ranges.size(); ++i)
    if (ranges[i].*first - ranges[i - 1].*first < ranges[i - 1].size) return true;
  return false;
}

Result<void> check_row(const IdRange& range, std::string_view pointer, std::size_t index) {
  if (range.size == 0) return Error::refused(format("{}/{}/size: must not be 0", pointer, index));
  // The last id, 4294967295, means "no id" everywhere.
  constexpr std::uint64_t kEnd = 0xffffffff;
  if (std::uint64_t{range.container} + range.size > kEnd ||
      std::uint64_t{range.host} + range.size > kEnd)
    return Error::refused(format("{}/{}: goes beyond the last id, 4294967294", pointer, index));
  return {};
}

// The first step inside is to become uid 0 and gid 0 of the new namespace.
Result<void> check_root(const std::vector<IdRange>& ranges, std::string_view pointer) {
  if (is_mapped(ranges, 0)) return {};
  return Error::refused(format("{}: no row maps id 0, which sets the container up", pointer));
}

}  // namespace

std::optional<std::uint32_t> host_id(const std::vector<IdRange>& ranges, std::uint32_t id) {
  for (const IdRange& range : ranges)
    if (id >= range.container && id - range.container < range.size)
      return range.host + (id - range.container);
  return std::nullopt;
}

bool may_be_inside(const std::vector<IdRange>& ranges, std::uint32_t id) {
  return ranges.empty() || std::ranges::any_of(ranges, [id](const IdRange& range) {
           return id >= range.host && id - range.host < range.size;
         });
}

bool is_mapped(const std::vector<IdRange>& ranges, std::uint32_t id) {
  return ranges.empty() || host_id(ranges, id).has_value();
}

bool is_alone(const std::vector<IdRange>& ranges, std::uint32_t id) {
  return ranges.size() == 1 && ranges[0].host == id && ranges[0].size == 1;
}

bool denies_setgroups(const Facts& facts, const IdMaps& id_maps) {
  if (facts.setgroups_denied) return true;
  return !facts.has_capability(CAP_SETGID) && is_alone(id_maps.gids, facts.egid);
}

Result<void> check_ranges(const std::vector<IdRange>& ranges, std::string_view pointer) {
  if (ranges.empty()) return Error::refused(format("{}: is missing or empty", pointer));
  if (ranges.size() > kMaxRows)
    return Error::refused(
        format("{}: {} rows, and the kernel takes {}", pointer, ranges.size(), kMaxRows));
  for (std::size_t i = 0; i < ranges.size(); ++i) TRY(check_row(ranges[i], pointer, i));
  if (ranges.size() == 1) return {};
  if (overlaps(ranges, &IdRange::container))
    return Error::refused(format("{}: two rows overlap in containerID", pointer));
  if (overlaps(ranges, &IdRange::host))
    return Error::refused(format("{}: two rows overlap in hostID", pointer));
  return {};
}

Result<std::vector<IdRange>> id_ranges(const std::vector<spec::IdMapping>& mappings,
                                       std::string_view pointer) {
  std::vector<IdRange> ranges;
  ranges.reserve(mappings.size());
  for (const spec::IdMapping& row : mappings)
    ranges.push_back({row.container_id, row.host_id, row.size});
  TRY(check_ranges(ranges, pointer));
  return ranges;
}

Result<IdMaps> plan_id_maps(const Request& request, const Namespaces& namespaces) {
  const spec::Linux& asked = request.config.linux_section;
  if (namespaces.joins(CLONE_NEWUSER)) return IdMaps{};
  if (!namespaces.creates(CLONE_NEWUSER)) {
    if (asked.uid_mappings.empty() && asked.gid_mappings.empty()) return IdMaps{};
    return Error::refused(format("/linux/{}Mappings: needs a user namespace in /linux/namespaces",
                                 asked.uid_mappings.empty() ? "gid" : "uid"));
  }
  std::vector<IdRange> uids = TRY(id_ranges(asked.uid_mappings, "/linux/uidMappings"));
  std::vector<IdRange> gids = TRY(id_ranges(asked.gid_mappings, "/linux/gidMappings"));
  TRY(check_root(uids, "/linux/uidMappings"));
  TRY(check_root(gids, "/linux/gidMappings"));
  return IdMaps{std::move(uids), std::move(gids)};
}

}  // namespace hull::plan
