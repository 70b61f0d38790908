// SPDX-License-Identifier: Apache-2.0
#include "base/mountinfo.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace hull {
namespace {

// Blanks, tabs, line ends and backslashes are written as a backslash and three octal digits.
std::string unescape(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto code = word[i] == '\\' ? parse_octal(word.substr(i + 1, 3)) : std::nullopt;
    text += code ? static_cast<char>(*code) : word[i];
    if (code) i += 3;
  }
  return text;
}

// 36 35 98:0 /root /point options [optional fields] - type source options
std::optional<MountInfo> parse_mount(std::string_view line) {
  const auto fields = split(line, ' ');
  const auto dash = std::ranges::find(fields, "-");
  if (fields.size() < 5 || fields.end() - dash < 2) return std::nullopt;
  const auto id = parse_uint(fields[0]);
  const auto parent = parse_uint(fields[1]);
  if (!id || !parent) return std::nullopt;
  return MountInfo{.id = *id,
                   .parent = *parent,
                   .device = std::string(fields[2]),
                   .root = unescape(fields[3]),
                   .point = unescape(fields[4]),
                   .type = std::string(*(dash + 1)),
                   .options = std::string(fields.end() - dash > 3 ? *(dash + 3) : "")};
}

}  // namespace

std::vector<MountInfo> parse_mountinfo(std::string_view text) {
  std::vector<MountInfo> mounts;
  for (std::string_view line : split(text, '\n'))
    if (auto mount = parse_mount(line)) mounts.push_back(std::move(*mount));
  return mounts;
}

}  // namespace hull
