// SPDX-License-Identifier: Apache-2.0
// Sets of processors or memory nodes, as documents write them and as the kernel takes them. Pure;
// both sides use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull {

/// Number n is bit n % 64 of word n / 64: the mask that sched_setaffinity(2) and set_mempolicy(2)
/// take. No words: nothing was asked for. There are only as many as the greatest number needs.
using NumberSet = std::vector<unsigned long>;

/// The greatest number of a set: a node mask that set_mempolicy(2) takes ends here (a page of
/// bits), and no kernel has as many processors.
inline constexpr unsigned kGreatestInSet = 32767;

/// The set that a list such as "0-3,7" means; blanks around its parts are allowed, an empty list is
/// an empty set. Refuses what is no list, naming the part, and numbers above kGreatestInSet.
Result<NumberSet> parse_number_set(std::string_view list);

/// The shortest list that means the set, "" for the empty one.
std::string describe(const NumberSet& set);

}  // namespace hull
