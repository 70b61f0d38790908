// SPDX-License-Identifier: Apache-2.0
#include "cgroup/count.h"

#include <cstdlib>

#include "base/text.h"

namespace hull::cgroup {
namespace {

// "1.23"; the kernel writes two digits behind the point.
double decimal(std::string_view text) {
  return std::strtod(std::string(text).c_str(), nullptr);
}

Stall stall(const std::vector<std::string_view>& words) {
  Stall stall;
  for (std::string_view word : words) {
    const std::size_t sign = word.find('=');
    if (sign == word.npos) continue;
    const std::string_view name = word.substr(0, sign);
    const std::string_view value = word.substr(sign + 1);
    if (name == "avg10") stall.avg10 = decimal(value);
    if (name == "avg60") stall.avg60 = decimal(value);
    if (name == "avg300") stall.avg300 = decimal(value);
    if (name == "total") stall.total = parse_uint(value).value_or(0);
  }
  return stall;
}

}  // namespace

std::vector<std::uint32_t> number_list(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  // Far beyond any machine's processors; a range is written out.
  constexpr std::uint64_t kMost = 1 << 16;
  for (std::string_view part : split(trim(text), ',')) {
    const std::size_t dash = part.find('-');
    auto first = parse_uint(part.substr(0, dash));
    auto last = dash == part.npos ? first : parse_uint(part.substr(dash + 1));
    if (!first || !last || *last > kMost) continue;
    for (std::uint64_t number = *first; number <= *last; ++number)
      numbers.push_back(static_cast<std::uint32_t>(number));
  }
  return numbers;
}

Pressure pressure(std::string_view text) {
  Pressure pressure;
  for (std::string_view line : split(text, '\n')) {
    auto words = split(line, ' ');
    if (words[0] == "some") pressure.some = stall(words);
    if (words[0] == "full") pressure.full = stall(words);
  }
  return pressure;
}

std::vector<BlkioEntry> blkio_entries(std::string_view text) {
  std::vector<BlkioEntry> entries;
  for (std::string_view line : split(text, '\n')) {
    auto words = split(trim(line), ' ');
    auto device = split(words[0], ':');
    if (device.size() != 2 || words.size() < 2) continue;
    auto major = parse_uint(device[0]);
    auto minor = parse_uint(device[1]);
    auto value = parse_uint(words.back());
    if (!major || !minor || !value) continue;
    entries.push_back({.major = *major,
                       .minor = *minor,
                       .op = words.size() > 2 ? std::string(words[1]) : "",
                       .value = *value});
  }
  return entries;
}

std::vector<RdmaEntry> rdma_entries(std::string_view text) {
  std::vector<RdmaEntry> entries;
  for (Keyed& line : nested_keyed(text))
    entries.push_back({.device = std::move(line.key),
                       .hca_handles = line.numbers["hca_handle"],
                       .hca_objects = line.numbers["hca_object"]});
  return entries;
}

std::vector<std::string> page_sizes(const std::vector<std::string>& names,
                                    std::string_view suffix) {
  constexpr std::string_view kPrefix = "hugetlb.";
  std::vector<std::string> sizes;
  for (const std::string& name : names) {
    if (!name.starts_with(kPrefix) || !name.ends_with(suffix) ||
        name.size() <= kPrefix.size() + suffix.size())
      continue;
    std::string size = name.substr(kPrefix.size(), name.size() - kPrefix.size() - suffix.size());
    // "2MB.rsvd" is the same size's other count.
    if (size.find('.') == size.npos) sizes.push_back(std::move(size));
  }
  return sizes;
}

void count_pids(Files& files, Stats& stats) {
  auto current = files.number("pids.current");
  if (!current) return;
  auto limit = files.number("pids.max").value_or(kNoLimit);
  stats.pids = PidsStats{.current = *current, .limit = limit == kNoLimit ? 0 : limit};
}

void count_rdma(Files& files, Stats& stats) {
  auto current = files.text("rdma.current");
  if (!current) return;
  stats.rdma = RdmaStats{.current = rdma_entries(*current),
                         .limit = rdma_entries(files.text("rdma.max").value_or(""))};
}

}  // namespace hull::cgroup
