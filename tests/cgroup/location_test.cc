// SPDX-License-Identifier: Apache-2.0
#include "cgroup/location.h"

#include <doctest/doctest.h>

#include "fake.h"

namespace hull::cgroup {
namespace {

const Layout kHybrid{{{Hierarchy::Version::One, "memory", {"memory"}},
                      {Hierarchy::Version::One, "freezer", {"freezer"}},
                      {Hierarchy::Version::Two, "unified", {}}}};

std::string path(std::string_view cgroups_path) {
  auto chosen = choose_path(cgroups_path, "web");
  return chosen ? *chosen : chosen.error().message();
}

std::string kept(const FakeRoot& root, std::string_view path) {
  auto location = locate(root.fd(), kHybrid, path);
  return location ? location->kept : location.error().message();
}

}  // namespace

TEST_CASE("paths are taken from the root of the hierarchies") {
  CHECK(path("/docker/4711") == "/docker/4711");
  CHECK(path("docker/4711") == "/docker/4711");
  CHECK(path("") == "/web");
  CHECK(path("/a//b/./c/") == "/a/b/c");
}

TEST_CASE("a path cannot leave the root") {
  CHECK(path("../../a") == "/a");
  CHECK(path("/a/../../b") == "/b");
  CHECK(path("/") == "'/' is the root of the hierarchy");
  CHECK(path("a/..") == "'a/..' is the root of the hierarchy");
}

TEST_CASE("systemd's form is a name like any other") {
  CHECK(path("system.slice:docker:4711") == "/system.slice:docker:4711");
}

TEST_CASE("names that the kernel would not take are refused") {
  CHECK(path("/a\nb") == "'a b' cannot name a cgroup");
  std::string wide(256, 'x');
  CHECK(path("/a/" + wide) == "'" + wide + "' cannot name a cgroup");
}

TEST_CASE("a path becomes a directory below each hierarchy") {
  CHECK(directory_of(kHybrid.hierarchies[0], "/a/b") == "memory/a/b");
  CHECK(directory_of(kHybrid.hierarchies[0], "/") == "memory");
  CHECK(directory_of(Hierarchy{}, "/a/b") == "a/b");
}

TEST_CASE("what existed before, in any hierarchy, is kept") {
  FakeRoot root;
  root.directory("memory/a");
  root.directory("unified/a/b");
  CHECK(kept(root, "/web") == "/");
  CHECK(kept(root, "/a/web") == "/a");
  CHECK(kept(root, "/a/b/c/d/web") == "/a/b");
  CHECK(kept(root, "/x/y/web") == "/");
}

TEST_CASE("an occupied cgroup is refused with its occupants") {
  FakeRoot root;
  root.file("memory/web/cgroup.procs", "");
  root.file("memory/web/sub/cgroup.procs", "12\n7\n");
  CHECK(kept(root, "/web") ==
        "container's cgroup is not empty: 2 process(es) found in /sys/fs/cgroup/memory/web: 7, 12");
}

TEST_CASE("of many occupants the first few are named") {
  FakeRoot root;
  root.file("unified/web/cgroup.procs", "1\n2\n3\n4\n5\n6\n7\n");
  CHECK(kept(root, "/web") ==
        "container's cgroup is not empty: 7 process(es) found in /sys/fs/cgroup/unified/web: "
        "1, 2, 3, 4, 5 and 2 more");
}

TEST_CASE("an empty cgroup that exists is taken") {
  FakeRoot root;
  root.file("memory/web/cgroup.procs", "");
  root.file("unified/web/cgroup.events", "populated 0\nfrozen 0\n");
  CHECK(kept(root, "/web") == "/");
}

TEST_CASE("a frozen cgroup is refused, also when a parent is what is frozen") {
  FakeRoot v1;
  v1.file("freezer/web/freezer.state", "FREEZING\n");
  CHECK(kept(v1, "/web") == "container's cgroup unexpectedly frozen by '/web'");
  FakeRoot v2;
  v2.file("unified/a/cgroup.events", "populated 1\nfrozen 1\n");
  CHECK(kept(v2, "/a/b/web") == "container's cgroup unexpectedly frozen by '/a'");
}

TEST_CASE("of a process's cgroups the v2 one is the one that we can see") {
  CHECK(unified_path("4:memory:/m\n0::/user.slice/a\n") == "/user.slice/a");
  CHECK(unified_path("0::/\n") == "/");
  CHECK(unified_path("4:memory:/m\n") == "");
  CHECK(unified_path("0::/../outside\n") == "");
}

TEST_CASE("to enter a v2 cgroup takes the cgroup.procs of the nearest common ancestor") {
  FakeRoot root;
  root.file("a/cgroup.procs", "");
  root.file("a/own/cgroup.procs", "");
  auto found = [&](std::string path, std::string_view own) {
    auto result = obstacle(root.fd(), {.layout = {{Hierarchy{}}}, .path = std::move(path)}, own);
    return result ? result->value_or("(none)") : result.error().message();
  };
  CHECK(found("/a/web", "0::/a/own\n") == "(none)");
  CHECK(found("/a/own/web", "0::/a/own\n") == "(none)");
  CHECK(found("/a/web", "0::/b\n") == "access('cgroup.procs'): no such file or directory");
  CHECK(found("/a/web", "0::/../b\n") == "the caller's own cgroup is not to be seen");
}

}  // namespace hull::cgroup
