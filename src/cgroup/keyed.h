// SPDX-License-Identifier: Apache-2.0
// The forms in which cgroup files list names and numbers (cgroup-v2.rst, "Interface Files"). Pure.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull::cgroup {

/// What "max" means in the place of a number.
inline constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

/// A number, or "max"; nothing for anything else. Blanks around it do not matter.
std::optional<std::uint64_t> number_or_max(std::string_view text);

using Numbers = std::map<std::string, std::uint64_t>;

/// Lines of "name number" ("flat keyed"). Lines of another form are left out.
Numbers flat_keyed(std::string_view text);

/// The number of one name in such a text.
std::optional<std::uint64_t> value_of(std::string_view text, std::string_view name);

/// A line of "key name=number name=number" ("nested keyed").
struct Keyed {
  std::string key;
  Numbers numbers;
};

/// Such lines, in their order; a number may be "max". Words of another form are left out.
std::vector<Keyed> nested_keyed(std::string_view text);

}  // namespace hull::cgroup
