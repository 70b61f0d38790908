// SPDX-License-Identifier: Apache-2.0
#include "cgroup/keyed.h"

#include "base/text.h"

namespace hull::cgroup {

std::optional<std::uint64_t> number_or_max(std::string_view text) {
  text = trim(text);
  return text == "max" ? std::optional(kNoLimit) : parse_uint(text);
}

Numbers flat_keyed(std::string_view text) {
  Numbers numbers;
  for (std::string_view line : split(text, '\n')) {
    auto words = split(line, ' ');
    auto number = words.size() == 2 ? parse_uint(words[1]) : std::nullopt;
    if (number) numbers.emplace(words[0], *number);
  }
  return numbers;
}

std::optional<std::uint64_t> value_of(std::string_view text, std::string_view name) {
  for (std::string_view line : split(text, '\n')) {
    auto words = split(line, ' ');
    if (words.size() == 2 && words[0] == name) return parse_uint(words[1]);
  }
  return std::nullopt;
}

std::vector<Keyed> nested_keyed(std::string_view text) {
  std::vector<Keyed> lines;
  for (std::string_view line : split(text, '\n')) {
    auto words = split(trim(line), ' ');
    if (words[0].empty()) continue;
    Keyed& keyed = lines.emplace_back(Keyed{.key = std::string(words[0]), .numbers = {}});
    for (std::string_view word : words) {
      const std::size_t sign = word.find('=');
      if (sign == word.npos) continue;
      auto number = number_or_max(word.substr(sign + 1));
      if (number) keyed.numbers.emplace(word.substr(0, sign), *number);
    }
  }
  return lines;
}

}  // namespace hull::cgroup
