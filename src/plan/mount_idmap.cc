// SPDX-License-Identifier: Apache-2.0
#include "plan/mount_idmap.h"

#include <linux/sched.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "plan/idmaps.h"

namespace hull::plan {
namespace {

// "0-1-10": first id in the file system, first id on the host, how many (crun(1)).
std::optional<IdRange> parse_triplet(std::string_view text) {
  const std::vector<std::string_view> numbers = split(text, '-');
  if (numbers.size() != 3) return std::nullopt;
  std::array<std::uint32_t, 3> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::optional<std::uint64_t> value = parse_uint(numbers[i]);
    if (!value || *value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    values[i] = static_cast<std::uint32_t>(*value);
  }
  const std::uint64_t end = std::uint64_t{std::max(values[0], values[1])} + values[2];
  if (values[2] == 0 || end > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return IdRange{values[0], values[1], values[2]};
}

// "@": the second number is an id of the container, to be replaced by the host's. A range that
// spans several rows of the container's map becomes several. False when a part of it is in no row.
bool add_relative(IdRange range, const std::vector<spec::IdMapping>& container,
                  std::vector<IdRange>& ranges) {
  while (range.size > 0) {
    const spec::IdMapping* row = nullptr;
    for (const spec::IdMapping& candidate : container)
      if (range.host >= candidate.container_id &&
          range.host - candidate.container_id < candidate.size)
        row = &candidate;
    if (row == nullptr) return false;
    const std::uint32_t offset = range.host - row->container_id;
    const std::uint32_t count = std::min(range.size, row->size - offset);
    ranges.push_back({range.container, row->host_id + offset, count});
    range.container += count;
    range.host += count;
    range.size -= count;
  }
  return true;
}

Result<std::vector<IdRange>> parse_ranges(std::string_view text,
                                          const std::vector<spec::IdMapping>& container,
                                          const std::string& pointer) {
  std::vector<IdRange> ranges;
  for (std::string_view part : split(text, '#')) {
    const bool relative = part.starts_with('@');
    std::optional<IdRange> range = parse_triplet(relative ? part.substr(1) : part);
    if (!range)
      return Error::refused(
          format("{}: '{}' in an idmap is no range of ids such as 0-1000-1", pointer, part));
    if (!relative)
      ranges.push_back(*range);
    else if (!add_relative(*range, container, ranges))
      return Error::refused(format(
          "{}: '{}' in an idmap has ids that the container's own mappings lack", pointer, part));
  }
  TRY(check_ranges(ranges, pointer));
  return ranges;
}

Result<IdMaps> parse_idmap_text(std::string_view text, const spec::Linux& container,
                                const std::string& pointer) {
  IdMaps maps;
  for (std::string_view part : split(text, ';')) {
    if (part.empty()) continue;
    const bool is_uids = part.starts_with("uids=");
    if (!is_uids && !part.starts_with("gids="))
      return Error::refused(
          format("{}: '{}' in an idmap is neither uids= nor gids=", pointer, part));
    std::vector<IdRange> ranges = TRY(parse_ranges(
        part.substr(5), is_uids ? container.uid_mappings : container.gid_mappings, pointer));
    (is_uids ? maps.uids : maps.gids) = std::move(ranges);
  }
  if (maps.uids.empty() || maps.gids.empty())
    return Error::refused(format("{}: an idmap needs both uids= and gids=", pointer));
  return maps;
}

Result<IdMaps> maps_of_mount(const spec::Mount& asked, const std::string& origin) {
  std::vector<IdRange> uids = TRY(id_ranges(asked.uid_mappings, origin + "/uidMappings"));
  std::vector<IdRange> gids = TRY(id_ranges(asked.gid_mappings, origin + "/gidMappings"));
  return IdMaps{std::move(uids), std::move(gids)};
}

}  // namespace

Result<void> plan_mount_idmap(const Request& request, const Namespaces& namespaces,
                              const spec::Mount& asked, const MountOptions& options, Mount& mount) {
  const bool has_mappings = !asked.uid_mappings.empty() || !asked.gid_mappings.empty();
  if (!has_mappings && !options.idmap) return {};
  if (mount.kind != MountKind::Bind)
    return Error::refused(format("{}: only a bind can have an id mapping", mount.origin));
  mount.idmap_recursive = options.idmap_recursive;
  const std::string pointer = mount.origin + "/options";
  if (has_mappings && !options.idmap_text.empty())
    return Error::refused(format("{}: an idmap with ids, beside uidMappings", pointer));
  if (has_mappings) {
    IdMaps maps = TRY(maps_of_mount(asked, mount.origin));
    mount.idmap = std::move(maps);
  } else if (!options.idmap_text.empty()) {
    IdMaps maps = TRY(parse_idmap_text(options.idmap_text, request.config.linux_section, pointer));
    mount.idmap = std::move(maps);
  } else if (namespaces.has(CLONE_NEWUSER)) {
    mount.idmap_own = true;
  } else {
    return Error::refused(
        format("{}: an idmap needs uidMappings and gidMappings, or a user namespace", pointer));
  }
  return {};
}

}  // namespace hull::plan
