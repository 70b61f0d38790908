// SPDX-License-Identifier: Apache-2.0
#include "cgroup/layout.h"

#include <doctest/doctest.h>

#include "fake.h"

namespace hull::cgroup {
namespace {

constexpr auto kOne = Hierarchy::Version::One;
constexpr auto kTwo = Hierarchy::Version::Two;

}  // namespace

TEST_CASE("a line of /proc/PID/cgroup is one hierarchy with its controllers") {
  auto hierarchies = parse_hierarchies(
      "12:cpu,cpuacct:/a:b\n"
      "3:memory:/\n"
      "1:name=systemd:/user.slice\n"
      "0::/user.slice\n");
  REQUIRE(hierarchies.size() == 4);
  CHECK(hierarchies[0] == Hierarchy{kOne, "cpu,cpuacct", {"cpu", "cpuacct"}});
  CHECK(hierarchies[1] == Hierarchy{kOne, "memory", {"memory"}});
  CHECK(hierarchies[2] == Hierarchy{kOne, "systemd", {}});
  CHECK(hierarchies[3] == Hierarchy{kTwo, "unified", {}});
}

TEST_CASE("lines that are no hierarchy are passed over") {
  CHECK(parse_hierarchies("").empty());
  CHECK(parse_hierarchies("\nnonsense\n7:memory\n").empty());
}

TEST_CASE("a hierarchy counts when it is mounted, under whatever name") {
  FakeRoot root;
  root.directory("cpuacct,cpu");
  root.directory("cpu");  // stands for the link to it
  root.directory("memory");
  root.file("unified/cgroup.controllers", "hugetlb misc\n");
  auto layout =
      mounted(root.fd(), parse_hierarchies("4:cpu,cpuacct:/\n3:memory:/\n2:pids:/\n0::/\n"));
  REQUIRE(layout);
  CHECK(layout->hierarchies == std::vector<Hierarchy>{
                                   {kOne, "cpu", {"cpu", "cpuacct"}},
                                   {kOne, "memory", {"memory"}},
                                   {kTwo, "unified", {"hugetlb", "misc"}},
                               });
}

TEST_CASE("a controller is found on the hierarchy that has it") {
  Layout layout{{{kOne, "cpu,cpuacct", {"cpu", "cpuacct"}}, {kTwo, "unified", {"memory"}}}};
  CHECK(layout.with("cpuacct")->directory == "cpu,cpuacct");
  CHECK(layout.with("memory")->directory == "unified");
  CHECK(layout.with("pids") == nullptr);
  CHECK(layout.unified()->directory == "unified");
  CHECK(layout.has_legacy());
}

TEST_CASE("a v2 mount is a layout of its own, in the root itself") {
  FakeRoot root;
  root.file("cgroup.controllers", "cpu memory\n");
  auto layout = mounted(root.fd(), {Hierarchy{}});
  REQUIRE(layout);
  CHECK(layout->hierarchies == std::vector<Hierarchy>{{kTwo, "", {"cpu", "memory"}}});
  CHECK_FALSE(layout->has_legacy());
}

TEST_CASE("a host without any hierarchy is refused") {
  FakeRoot root;
  auto layout = mounted(root.fd(), parse_hierarchies("3:memory:/\n0::/\n"));
  REQUIRE_FALSE(layout);
  CHECK(layout.error().message() == "no cgroup hierarchy is mounted at /sys/fs/cgroup");
}

TEST_CASE("a name in a hierarchy is relative to the root") {
  CHECK(directory_in("memory", "a/b") == "memory/a/b");
  CHECK(directory_in("", "a/b") == "a/b");
}

}  // namespace hull::cgroup
