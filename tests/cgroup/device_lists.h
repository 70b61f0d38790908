// SPDX-License-Identifier: Apache-2.0
// Lists of device rules and all the questions worth asking about them, shared by the tests that
// compare a policy with what v1 and v2 make of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cgroup/device_rules.h"

namespace hull::cgroup {

/// A rule from words: "allow c 10:* rw", "deny a *:* rwm".
spec::DeviceRule rule(std::string_view words);
std::vector<spec::DeviceRule> rules(std::initializer_list<std::string_view> lines);

struct Question {
  char type;
  std::uint32_t major;
  std::uint32_t minor;
  unsigned access;
};

/// Every access to devices inside, at the edge of and outside of what the lists below speak of.
std::vector<Question> questions();

/// Lists that exercise every path, all of which v1 can express.
std::vector<std::vector<spec::DeviceRule>> expressible_lists();

}  // namespace hull::cgroup
