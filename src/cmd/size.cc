// SPDX-License-Identifier: Apache-2.0
#include "cmd/size.h"

#include <limits>
#include <string>

#include "base/text.h"

namespace hull::cmd {
namespace {

// How far a unit shifts, or nothing when it is none.
std::optional<unsigned> shift_of(std::string_view unit) {
  if (unit.empty() || unit == "b") return 0;
  constexpr std::string_view kLetters = "kmgtp";
  const std::size_t index = kLetters.find(unit[0]);
  unit.remove_prefix(1);
  if (index == kLetters.npos || (!unit.empty() && unit != "b" && unit != "ib")) return {};
  return 10 * (static_cast<unsigned>(index) + 1);
}

}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("-0123456789"), text.size());
  const auto number = parse_int(text.substr(0, digits));
  const auto shift = shift_of(lower(text.substr(digits)));
  if (!number || !shift) return {};
  if (*shift != 0 && *number < 0) return {};
  if (*number > std::numeric_limits<std::int64_t>::max() >> *shift) return {};
  return *shift == 0 ? *number : *number << *shift;
}

}  // namespace hull::cmd
