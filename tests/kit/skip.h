// SPDX-License-Identifier: Apache-2.0
// How a test case ends early where the machine lacks a power, so that ./check counts and shows it.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string_view>

namespace hull::kit {

// Prints `skip CASE: POWER`, the line that ./check looks for. Used as the last statement of a
// test case, outside any function of its own: `if (!power) return kit::skip("CAP_MKNOD");`.
inline void skip(std::string_view power) {
  std::fprintf(stderr, "skip %s: %.*s\n", doctest::getContextOptions()->currentTest->m_name,
               static_cast<int>(power.size()), power.data());
}

}  // namespace hull::kit
