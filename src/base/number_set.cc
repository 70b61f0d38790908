// SPDX-License-Identifier: Apache-2.0
#include "base/number_set.h"

#include <climits>

#include "base/text.h"

namespace hull {
namespace {

constexpr std::size_t kWordBits = sizeof(unsigned long) * CHAR_BIT;

bool has(const NumberSet& set, std::size_t number) {
  const std::size_t word = number / kWordBits;
  return word < set.size() && (set[word] >> number % kWordBits & 1) != 0;
}

Result<void> add_part(std::string_view part, NumberSet& set) {
  const std::size_t dash = part.find('-');
  const auto first = parse_uint(trim(part.substr(0, dash)));
  const auto last = dash == part.npos ? first : parse_uint(trim(part.substr(dash + 1)));
  if (!first || !last)
    return Error::refused(format("'{}' is neither a number nor a range as '0-3'", part));
  if (*last > kGreatestInSet)
    return Error::refused(format("'{}' goes beyond {}", part, kGreatestInSet));
  if (*first > *last) return Error::refused(format("'{}' ends before it begins", part));
  if (set.size() <= *last / kWordBits) set.resize(*last / kWordBits + 1);
  for (std::size_t number = *first; number <= *last; ++number)
    set[number / kWordBits] |= 1UL << number % kWordBits;
  return {};
}

}  // namespace

Result<NumberSet> parse_number_set(std::string_view list) {
  NumberSet set;
  if (trim(list).empty()) return set;
  for (std::string_view part : split(list, ',')) TRY(add_part(trim(part), set));
  return set;
}

std::string describe(const NumberSet& set) {
  std::string list;
  const std::size_t end = set.size() * kWordBits;
  for (std::size_t first = 0; first < end; ++first) {
    if (!has(set, first)) continue;
    std::size_t last = first;
    while (has(set, last + 1)) ++last;
    if (!list.empty()) list += ',';
    list += first == last ? format("{}", first) : format("{}-{}", first, last);
    first = last;
  }
  return list;
}

}  // namespace hull
