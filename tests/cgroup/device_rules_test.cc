// SPDX-License-Identifier: Apache-2.0
#include "cgroup/device_rules.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "device_lists.h"

namespace hull::cgroup {
namespace {

DevicePolicy policy(std::initializer_list<std::string_view> lines) {
  return device_policy(rules(lines)).value();
}

std::string refusal(const std::vector<spec::DeviceRule>& list) {
  auto decided = device_policy(list);
  return decided ? "(accepted)" : decided.error().message();
}

std::string legacy(std::initializer_list<std::string_view> lines) {
  auto writes = legacy_device_writes(policy(lines));
  if (!writes) return writes.error().message();
  return std::string(writes->all == Verdict::Allow ? "allow a" : "deny a") +
         (writes->exceptions.empty() ? "" : " but ") + join(writes->exceptions, ", ");
}

/// The kernel's devices controller (security/device_cgroup.c) as its documentation tells it:
/// a default, exceptions, and a request that one exception must cover whole or may not touch.
bool kernel_permits(const DeviceWrites& writes, const Question& q) {
  auto number_matches = [](std::string_view pattern, std::uint32_t number) {
    return pattern == "*" || parse_uint(pattern) == number;
  };
  for (const std::string& exception : writes.exceptions) {
    auto word = split(exception, ' ');
    auto device = split(word.at(1), ':');
    if (word.at(0)[0] != q.type || !number_matches(device.at(0), q.major) ||
        !number_matches(device.at(1), q.minor))
      continue;
    unsigned access = 0;
    for (char letter : word.at(2))
      access |= letter == 'r' ? kRead : letter == 'w' ? kWrite : kMknod;
    if (writes.all == Verdict::Allow && (q.access & access) != 0) return false;
    if (writes.all == Verdict::Deny && (q.access & ~access) == 0) return true;
  }
  return writes.all == Verdict::Allow;
}

constexpr std::string_view kOwn =
    "b *:* m, c *:* m, c 1:3 rwm, c 1:5 rwm, c 1:7 rwm, c 1:8 rwm, c 1:9 rwm, c 5:0 rwm, "
    "c 5:2 rwm, c 136:* rwm, c 10:200 rwm";

}  // namespace

TEST_CASE("without rules only the devices of every container may be opened") {
  DevicePolicy decided = policy({});
  CHECK(permits(decided, 'c', 1, 3, kRead | kWrite));
  CHECK(permits(decided, 'c', 136, 77, kRead | kWrite));
  CHECK(permits(decided, 'c', 10, 200, kRead | kWrite));
  CHECK(permits(decided, 'b', 8, 0, kMknod));
  CHECK_FALSE(permits(decided, 'b', 8, 0, kRead));
  CHECK_FALSE(permits(decided, 'c', 5, 1, kRead));
  CHECK_FALSE(permits(decided, 'c', 10, 229, kRead));
}

TEST_CASE("the last rule that speaks of an access decides it") {
  DevicePolicy decided = policy({"allow c 10:* rwm", "deny c 10:229 w", "allow c 10:* r"});
  CHECK(permits(decided, 'c', 10, 229, kRead));
  CHECK_FALSE(permits(decided, 'c', 10, 229, kWrite));
  CHECK_FALSE(permits(decided, 'c', 10, 229, kRead | kWrite));
  CHECK(permits(decided, 'c', 10, 228, kRead | kWrite));
}

TEST_CASE("denying everything leaves the devices of every container") {
  CHECK(legacy({"deny a *:* rwm"}) == "deny a but " + std::string(kOwn));
  CHECK(legacy({"deny b *:* rwm", "deny c *:* rwm"}) == "deny a but " + std::string(kOwn));
}

TEST_CASE("denying one device of every container is taken at its word") {
  CHECK_FALSE(permits(policy({"deny a *:* rwm", "deny c 10:200 rwm"}), 'c', 10, 200, kRead));
  CHECK_FALSE(permits(policy({"deny c 10:* rw"}), 'c', 10, 200, kRead));
}

TEST_CASE("allowing everything forgets the rules before it") {
  DevicePolicy decided = policy({"deny a *:* rwm", "deny b 8:0 rwm", "allow a *:* rwm"});
  CHECK(permits_everything(decided));
  CHECK(legacy({"deny b 8:0 rwm", "allow a *:* rwm"}) == "allow a");
}

TEST_CASE("a rule that changes nothing leaves no exception") {
  std::string own = "deny a but " + std::string(kOwn);
  CHECK(legacy({"deny c 10:229 rwm"}) == own);
  CHECK(legacy({"allow c 1:3 rw"}) == own);
  CHECK(legacy({"allow c 1:11 rw", "deny c 1:11 rw"}) == own);
}

TEST_CASE("v1 hears a type that is wholly allowed as one exception") {
  CHECK(legacy({"deny a *:* rwm", "allow c *:* rwm"}) == "deny a but b *:* m, c *:* rwm");
  CHECK(legacy({"allow a *:* rwm", "deny b 8:* w"}) == "allow a but b 8:* w");
}

TEST_CASE("an absent type, number or access means all") {
  CHECK(permits_everything(device_policy({{.allow = true}}).value()));
  CHECK(permits_everything(device_policy({{.allow = true, .major = -1, .minor = -1}}).value()));
}

TEST_CASE("a rule of both types with a number is taken for both, not for everything") {
  DevicePolicy decided = policy({"allow a 8:1 rw"});
  CHECK(permits(decided, 'b', 8, 1, kRead));
  CHECK(permits(decided, 'c', 8, 1, kRead));
  CHECK_FALSE(permits(decided, 'b', 8, 2, kRead));
}

TEST_CASE("v1 permits what the policy permits, device by device") {
  for (const auto& list : expressible_lists()) {
    DevicePolicy decided = device_policy(list).value();
    DeviceWrites writes = legacy_device_writes(decided).value();
    for (const Question& q : questions()) {
      CAPTURE(q.type);
      CAPTURE(q.major);
      CAPTURE(q.minor);
      CAPTURE(q.access);
      bool permitted = permits(decided, q.type, q.major, q.minor, q.access);
      // v1 wants one exception for the whole request: it may refuse a combination, never add one;
      // and it lets nodes be made that cannot be opened.
      bool single = (q.access & (q.access - 1)) == 0;
      bool node = q.access == kMknod;
      if (permitted ? single : !node) REQUIRE(kernel_permits(writes, q) == permitted);
    }
  }
}

TEST_CASE("what v1 cannot express is refused, naming the rule") {
  CHECK(legacy({"deny a *:* rwm", "allow c 10:* rwm", "deny c 10:229 rwm"}) ==
        "/linux/resources/devices/2: is an exception from an exception, which cgroup v1 devices.* "
        "cannot express");
}

TEST_CASE("rules that are none are refused at the member that is wrong") {
  CHECK(refusal({{.allow = true}, {.type = "x"}}) ==
        "/linux/resources/devices/1/type: 'x' is not one of a, b and c");
  CHECK(refusal({{.major = -2}}) == "/linux/resources/devices/0/major: -2 is no device number");
  CHECK(refusal({{.minor = 4294967296}}) ==
        "/linux/resources/devices/0/minor: 4294967296 is no device number");
  CHECK(refusal({{.access = "rx"}}) ==
        "/linux/resources/devices/0/access: 'rx' is not made of the letters r, w and m");
}

}  // namespace hull::cgroup
