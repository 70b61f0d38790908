// SPDX-License-Identifier: Apache-2.0
#include "cgroup/doors.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "kit/namespaces.h"
#include "sys/file.h"

namespace hull::cgroup {

TEST_CASE("a cgroup below the container's is read with or without controllers") {
  auto plain = parse_sub_cgroup("probes");
  REQUIRE(plain);
  CHECK(plain->controllers.empty());
  CHECK(plain->path == "/probes");
  auto some = parse_sub_cgroup("memory,cpu:/a//b/");
  REQUIRE(some);
  CHECK(some->controllers == std::vector<std::string>{"memory", "cpu"});
  CHECK(some->path == "/a/b");
}

TEST_CASE("no spelling of a path leaves the container's cgroup") {
  for (const char* text : {"..", "/..", "../../x", "a/../..", "a/..", "memory:../.."}) {
    CAPTURE(text);
    auto below = parse_sub_cgroup(text);
    REQUIRE_FALSE(below);
    CHECK(below.error().message().starts_with("bad sub cgroup path "));
  }
  CHECK(parse_sub_cgroup("..x/y..")->path == "/..x/y..");
}

TEST_CASE("what has no path, or an empty controller, is refused") {
  for (const char* text : {"", "memory:", ":/a", "memory,:/a"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_sub_cgroup(text));
  }
}

/// A directory that stands for where cgroups are mounted, with the files that doors lead to.
struct Mounted {
  kit::Directory directory;
  sys::Fd root;
  explicit Mounted(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const std::string path = directory.path(file);
      REQUIRE(sys::make_directories(path.substr(0, path.rfind('/')), 0755));
      std::ofstream{path};
    }
    auto opened = sys::open_at(sys::FdRef::cwd(), directory.path(), O_PATH | O_DIRECTORY);
    REQUIRE(opened);
    root = std::move(*opened);
  }
  std::string text(const std::string& file) const {
    auto text = sys::read(root, file);
    return text ? *text : text.error().message();
  }
};

TEST_CASE("a process is moved to where another is, on a host with v2 alone") {
  const Layout layout = {
      {{.version = Hierarchy::Version::Two, .directory = "", .controllers = {}}}};
  for (const std::string path : {"/", "/a/b"}) {
    CAPTURE(path);
    const Mounted mounted({"cgroup.procs", "a/b/cgroup.procs"});
    auto doors = open_doors_of(mounted.root, layout, "0::" + path + "\n");
    REQUIRE(doors);
    REQUIRE(move_through(*doors, 42));
    CHECK(mounted.text("cgroup.procs") == (path == "/" ? "42" : ""));
    CHECK(mounted.text("a/b/cgroup.procs") == (path == "/" ? "" : "42"));
  }
}

TEST_CASE("a process is moved to where another is in each hierarchy") {
  using enum Hierarchy::Version;
  const Layout layout = {
      {{.version = One, .directory = "pids", .controllers = {"pids"}},
       {.version = One, .directory = "cpu,cpuacct", .controllers = {"cpu", "cpuacct"}},
       {.version = One, .directory = "systemd", .controllers = {}},
       {.version = Two, .directory = "unified", .controllers = {}}}};
  const Mounted mounted(
      {"pids/a/tasks", "cpu,cpuacct/tasks", "systemd/s/tasks", "unified/u/cgroup.procs"});
  auto doors = open_doors_of(mounted.root, layout,
                             "9:pids:/a\n8:cpu,cpuacct:/\n2:memory:/m\n1:name=systemd:/s\n0::/u\n");
  REQUIRE(doors);
  REQUIRE(move_through(*doors, 42));
  for (const char* file :
       {"pids/a/tasks", "cpu,cpuacct/tasks", "systemd/s/tasks", "unified/u/cgroup.procs"}) {
    CAPTURE(file);
    CHECK(mounted.text(file) == "42");
  }
}

}  // namespace hull::cgroup
