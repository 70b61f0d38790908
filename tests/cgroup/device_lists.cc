// SPDX-License-Identifier: Apache-2.0
#include "device_lists.h"

#include "base/text.h"

namespace hull::cgroup {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
  return text == "*" ? std::nullopt : parse_int(text);
}

}  // namespace

spec::DeviceRule rule(std::string_view words) {
  auto word = split(words, ' ');
  auto device = split(word.at(2), ':');
  return {.allow = word.at(0) == "allow",
          .type = std::string(word.at(1)),
          .major = number(device.at(0)),
          .minor = number(device.at(1)),
          .access = std::string(word.at(3))};
}

std::vector<spec::DeviceRule> rules(std::initializer_list<std::string_view> lines) {
  std::vector<spec::DeviceRule> list;
  for (std::string_view line : lines) list.push_back(rule(line));
  return list;
}

std::vector<Question> questions() {
  std::vector<Question> all;
  for (char type : {'b', 'c'})
    for (std::uint32_t major : {0u, 1u, 5u, 8u, 10u, 136u, 4095u, 4294967295u})
      for (std::uint32_t minor : {0u, 1u, 2u, 3u, 200u, 229u, 1048575u, 2147483648u})
        for (unsigned access = 1; access <= kAnyAccess; ++access)
          all.push_back({type, major, minor, access});
  return all;
}

std::vector<std::vector<spec::DeviceRule>> expressible_lists() {
  return {
      {},
      rules({"deny a *:* rwm"}),
      rules({"allow a *:* rwm"}),
      rules({"deny a *:* rwm", "allow c 10:229 rw", "allow b 8:0 r", "deny c 5:1 rwm"}),
      rules({"deny a *:* rwm", "allow c 10:200 rwm", "deny c 10:200 rwm"}),
      rules({"allow a *:* rwm", "deny c 1:3 w", "deny b 8:* rwm", "allow b 8:* r"}),
      rules({"allow a *:* rwm", "deny c *:* rwm"}),
      rules({"deny a *:* rwm", "allow b *:* rwm"}),
      rules({"deny a *:* rwm", "allow b *:* r", "allow c *:3 rw"}),
      rules({"deny a *:* rwm", "allow a 8:1 rw"}),
      rules({"allow c 4294967295:2147483648 rw"}),
  };
}

}  // namespace hull::cgroup
