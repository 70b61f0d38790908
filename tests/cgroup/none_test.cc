// SPDX-License-Identifier: Apache-2.0
#include "cgroup/none.h"

#include <doctest/doctest.h>

#include <csignal>

#include "cgroup/open.h"
#include "fake.h"

namespace hull::cgroup {
namespace {

std::string problem(const Result<void>& result) {
  return result ? "(fine)" : result.error().message();
}

Location disabled() {
  return {.driver = Driver::Disabled};
}

}  // namespace

TEST_CASE("without cgroups nothing is made, entered, signalled or removed") {
  FakeRoot root;
  auto cgroup = open(root.fd(), disabled());
  REQUIRE(cgroup);
  CHECK(problem((*cgroup)->make()) == "(fine)");
  CHECK(problem((*cgroup)->apply({})) == "(fine)");
  CHECK_FALSE(*(*cgroup)->entry());
  CHECK((*cgroup)->tasks()->empty());
  CHECK(problem((*cgroup)->place(1)) == "(fine)");
  CHECK((*cgroup)->processes()->empty());
  CHECK(problem((*cgroup)->kill(SIGKILL)) == "(fine)");
  CHECK(*(*cgroup)->frozen() == false);
  CHECK(problem((*cgroup)->remove()) == "(fine)");
}

TEST_CASE("without cgroups a limit is refused by name") {
  None none(disabled());
  spec::Resources r;
  r.cpu.shares = 0;
  CHECK(problem(none.apply(r)) == "(fine)");
  r.pids.limit = 10;
  CHECK(problem(none.apply(r)) ==
        "/linux/resources/pids/limit: needs a cgroup, which --cgroup-manager=disabled rules out");
  r = {};
  r.unified = {{"memory.high", "1"}};
  CHECK(problem(none.apply(r)) ==
        "/linux/resources/unified: needs a cgroup, which --cgroup-manager=disabled rules out");
}

TEST_CASE("without cgroups a particular device cannot be denied") {
  None none(disabled());
  CHECK(problem(none.restrict_devices({{.allow = false, .access = "rwm"},
                                       {.allow = true, .type = "c", .major = 10}})) == "(fine)");
  CHECK(problem(none.restrict_devices({{.allow = false, .type = "c", .major = 10}})) ==
        "/linux/resources/devices/0: needs a cgroup, which --cgroup-manager=disabled rules out");
}

TEST_CASE("a container without a cgroup cannot be paused") {
  None none(disabled());
  CHECK(problem(none.freeze()) == "a container without a cgroup cannot be paused");
}

TEST_CASE("where a cgroup could not be made a limit is refused with the reason and a way out") {
  Location location = disabled();
  location.lack = "cgroup '/' is not the caller's to make cgroups in";
  None none(location);
  spec::Resources r;
  r.pids.limit = 10;
  CHECK(problem(none.apply(r)) ==
        "/linux/resources/pids/limit: needs a cgroup, and cgroup '/' is not the caller's to make "
        "cgroups in; " +
            std::string(kDelegation));
}

}  // namespace hull::cgroup
