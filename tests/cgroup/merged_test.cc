// SPDX-License-Identifier: Apache-2.0
#include "cgroup/merged.h"

#include <doctest/doctest.h>

#include "spec/codec.h"

namespace hull::cgroup {
namespace {

// In the words of config.json, which are easier to read than two structs.
std::string merge(std::string_view standing, std::string_view asked) {
  auto one = spec::decode<spec::Resources>(standing, "standing");
  auto other = spec::decode<spec::Resources>(asked, "asked");
  REQUIRE(one);
  REQUIRE(other);
  return spec::encode(merged(one->value, other->value));
}

}  // namespace

TEST_CASE("what an update does not set stays, what it sets stands") {
  CHECK(merge(R"({"memory":{"limit":1,"swap":2},"cpu":{"shares":3,"cpus":"0"}})",
              R"({"memory":{"limit":5},"cpu":{"mems":"1"},"pids":{"limit":6}})") ==
        R"({"memory":{"limit":5,"swap":2},"cpu":{"shares":3,"cpus":"0","mems":"1"},)"
        R"("pids":{"limit":6}})");
}

TEST_CASE("a zero that means unset changes nothing, any other is a value") {
  CHECK(
      merge(R"({"memory":{"limit":1},"cpu":{"shares":3,"burst":4,"idle":1},"pids":{"limit":7}})",
            R"({"memory":{"limit":0},"cpu":{"shares":0,"burst":0,"idle":0},"pids":{"limit":0}})") ==
      R"({"memory":{"limit":1},"cpu":{"shares":3,"burst":0,"idle":0},"pids":{"limit":0}})");
}

TEST_CASE("unlimited memory takes swap along, unless swap is asked for too") {
  CHECK(merge(R"({"memory":{"limit":1,"swap":2}})", R"({"memory":{"limit":-1}})") ==
        R"({"memory":{"limit":-1,"swap":-1}})");
  CHECK(merge(R"({"memory":{"limit":1,"swap":2}})", R"({"memory":{"limit":-1,"swap":9}})") ==
        R"({"memory":{"limit":-1,"swap":9}})");
}

TEST_CASE("an entry for a device, a size, an interface or a file stands beside the others") {
  CHECK(merge(R"({"blockIO":{"throttleReadBpsDevice":[{"major":8,"minor":0,"rate":1},)"
              R"({"major":8,"minor":16,"rate":2}]}})",
              R"({"blockIO":{"throttleReadBpsDevice":[{"major":8,"minor":16,"rate":5},)"
              R"({"major":7,"minor":0,"rate":6}]}})") ==
        R"({"blockIO":{"throttleReadBpsDevice":[{"major":8,"minor":0,"rate":1},)"
        R"({"major":8,"minor":16,"rate":5},{"major":7,"minor":0,"rate":6}]}})");
  CHECK(
      merge(R"({"hugepageLimits":[{"pageSize":"2MB","limit":1}],"unified":{"a.b":"1","a.c":"2"}})",
            R"({"hugepageLimits":[{"pageSize":"2MB","limit":3}],"unified":{"a.c":"4"}})") ==
      R"({"hugepageLimits":[{"pageSize":"2MB","limit":3}],"unified":{"a.b":"1","a.c":"4"}})");
  CHECK(merge(R"({"network":{"priorities":[{"name":"lo","priority":1}]}})",
              R"({"network":{"priorities":[{"name":"eth0","priority":2}]}})") ==
        R"({"network":{"priorities":[{"name":"lo","priority":1},{"name":"eth0","priority":2}]}})");
  CHECK(merge(R"({"rdma":{"m":{"hcaHandles":1}}})", R"({"rdma":{"m":{"hcaObjects":2}}})") ==
        R"({"rdma":{"m":{"hcaHandles":1,"hcaObjects":2}}})");
}

TEST_CASE("device rules are those of before") {
  CHECK(merge(R"({"devices":[{"allow":false}]})", R"({"devices":[{"allow":true}]})") ==
        R"({"devices":[{"allow":false}]})");
}

}  // namespace hull::cgroup
