// SPDX-License-Identifier: Apache-2.0
#include "cgroup/restoring.h"

#include <algorithm>

#include "base/text.h"

namespace hull::cgroup {
namespace {

// Files with a line for each device, interface or resource, whose first word is its name, and what
// is written behind the name of one that has no line.
struct Keyed {
  std::string_view file;
  std::string_view unset;
};
constexpr Keyed kKeyed[] = {
    {"io.max", "rbps=max wbps=max riops=max wiops=max"},
    {"io.latency", "target=max"},
    {"io.weight", "default"},
    {"io.bfq.weight", "default"},
    {"blkio.weight_device", "default"},
    {"blkio.leaf_weight_device", "default"},
    {"blkio.bfq.weight_device", "default"},
    {"blkio.throttle.read_bps_device", "0"},
    {"blkio.throttle.write_bps_device", "0"},
    {"blkio.throttle.read_iops_device", "0"},
    {"blkio.throttle.write_iops_device", "0"},
    {"rdma.max", "hca_handle=max hca_object=max"},
    {"misc.max", "max"},
    {"dmem.max", "max"},
    {"dmem.low", "0"},
    {"dmem.min", "0"},
    {"net_prio.ifpriomap", "0"},
};

std::string_view first_word(std::string_view text) {
  text = trim(text);
  return text.substr(0, text.find(' '));
}

std::optional<std::string> line_of(std::string_view content, std::string_view key) {
  for (std::string_view line : split(trim(content), '\n'))
    if (first_word(line) == key) return std::string(trim(line));
  return std::nullopt;
}

// Whose line `text` changes: "8:0 rbps=1" that of 8:0, and a weight alone the default.
std::string_view key_of(std::string_view text) {
  const std::string_view word = first_word(text);
  return parse_uint(word) ? "default" : word;
}

}  // namespace

std::optional<std::string> restoring(std::string_view file, std::string_view content,
                                     std::string_view text) {
  const std::string_view value = trim(content);
  for (const Keyed& keyed : kKeyed) {
    if (keyed.file != file) continue;
    const std::string_view key = key_of(text);
    auto line = line_of(value, key);
    return line ? line : format("{} {}", key, keyed.unset);
  }
  // "oom_kill_disable 0", and two lines that count.
  if (file == "memory.oom_control") {
    auto line = line_of(value, "oom_kill_disable");
    return line ? std::optional(line->substr(line->rfind(' ') + 1)) : std::nullopt;
  }
  // "root invalid (…)"
  if (file == "cpuset.cpus.partition") return std::string(first_word(value));
  if (file.ends_with(".pressure")) return std::nullopt;
  if (value == "0" && (file == "cpu.weight" || file == "cpu.weight.nice")) return std::nullopt;
  if (value.find('\n') != value.npos) return line_of(value, first_word(text));
  // An empty list (cpuset.cpus on v2) is a line end: a write of nothing is no write.
  return value.empty() ? "\n" : std::string(value);
}

std::span<const std::string_view> lost_with(std::string_view file, std::string_view content) {
  static constexpr std::string_view kWeights[] = {"cpu.weight", "cpu.shares"};
  if (file == "cpu.idle" && trim(content) == "0") return kWeights;
  return {};
}

std::string_view kept_in(std::string_view file) {
  // A nice value is a weight, rounded.
  return file == "cpu.weight.nice" ? "cpu.weight" : file;
}

bool is_in_force(std::string_view text, std::string_view standing) {
  constexpr std::string_view kDefault = "default ";
  if (parse_uint(text) && standing.starts_with(kDefault)) standing.remove_prefix(kDefault.size());
  const auto asked = split(text, ' ');
  const auto words = split(standing, ' ');
  if (asked.size() > words.size() || asked.front() != words.front()) return false;
  if (std::equal(asked.begin(), asked.end(), words.begin())) return true;
  return std::all_of(asked.begin() + 1, asked.end(), [&words](std::string_view word) {
    return word.find('=') != word.npos && std::ranges::find(words, word) != words.end();
  });
}

}  // namespace hull::cgroup
