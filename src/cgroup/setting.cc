// SPDX-License-Identifier: Apache-2.0
#include "cgroup/setting.h"

#include <utility>

namespace hull::cgroup {

Setting& set(Settings& settings, std::string_view controller, std::string_view member,
             std::string file, std::string text) {
  return settings.emplace_back(Setting{.controller = std::string(controller),
                                       .pointer = pointer_to(member),
                                       .choices = {{std::move(file), std::move(text)}}});
}

std::string pointer_to(std::string_view member) {
  return "/linux/resources/" + std::string(member);
}

}  // namespace hull::cgroup
