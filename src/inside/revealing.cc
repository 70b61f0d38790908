// SPDX-License-Identifier: Apache-2.0
#include "inside/revealing.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"

namespace hull::inside {
namespace {

struct Mount {
  std::uint64_t id = 0;
  std::uint64_t parent = 0;
  std::string_view point;
  std::string_view type;
};

// 36 35 98:0 /root /point options [optional fields] - type source options
std::optional<Mount> parse_mount(std::string_view line) {
  const auto fields = split(line, ' ');
  const auto dash = std::ranges::find(fields, "-");
  if (fields.size() < 5 || fields.end() - dash < 2) return std::nullopt;
  const auto id = parse_uint(fields[0]);
  const auto parent = parse_uint(fields[1]);
  if (!id || !parent) return std::nullopt;
  return Mount{.id = *id, .parent = *parent, .point = fields[4], .type = *(dash + 1)};
}

// Blanks, line ends and backslashes are written as a backslash and three octal digits.
std::string unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto is_octal = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '7'; };
    if (text[i] == '\\' && i + 3 < text.size() && is_octal(i + 1) && is_octal(i + 2) &&
        is_octal(i + 3)) {
      plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 +
                                 (text[i + 3] - '0'));
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace

std::vector<std::string> revealing_outside(std::string_view mountinfo, std::uint64_t root) {
  std::vector<Mount> mounts;
  std::map<std::uint64_t, std::uint64_t> parents;
  for (std::string_view line : split(mountinfo, '\n')) {
    const auto mount = parse_mount(line);
    if (!mount) continue;
    mounts.push_back(*mount);
    parents[mount->id] = mount->parent;
  }
  auto is_below_root = [&](std::uint64_t id) {
    // As many steps as there are mounts, for the topmost is its own parent in some texts.
    for (std::size_t steps = 0; steps <= mounts.size() && parents.contains(id); ++steps) {
      if (id == root) return true;
      id = parents[id];
    }
    return false;
  };
  std::vector<std::string> found;
  for (const Mount& mount : mounts)
    if ((mount.type == "proc" || mount.type == "sysfs") && !is_below_root(mount.id))
      found.push_back(unescape(mount.point));
  std::ranges::reverse(found);
  return found;
}

}  // namespace hull::inside
