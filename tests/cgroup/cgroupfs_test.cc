// SPDX-License-Identifier: Apache-2.0
// What needs files that this machine's kernel may lack, on a plain directory.
#include "cgroup/cgroupfs.h"

#include <doctest/doctest.h>

#include "cgroup/open.h"
#include "fake.h"

namespace hull::cgroup {
namespace {

Location unified_location(std::vector<std::string> controllers) {
  return {.layout = {{{Hierarchy::Version::Two, "", std::move(controllers)}}},
          .path = "/a/web",
          .kept = "/"};
}

Location legacy_location(std::vector<std::string> controllers) {
  return {.layout = {{{Hierarchy::Version::One, "v1", std::move(controllers)}}},
          .path = "/a/web",
          .kept = "/"};
}

std::string problem(const Result<void>& result) {
  return result ? "(fine)" : result.error().message();
}

std::string refusal(Location location) {
  FakeRoot root;
  auto opened = open(root.fd(), std::move(location));
  return opened ? "(accepted)" : opened.error().message();
}

/// A v2 host whose root offers `controllers`, with /a/web made and nothing handed down.
void offer(const FakeRoot& root, const std::string& controllers) {
  root.file("cgroup.controllers", controllers);
  root.file("cgroup.subtree_control", "");
  root.file("a/cgroup.subtree_control", "");
  root.file("a/cgroup.procs", "");
  root.file("a/web/cgroup.controllers", "");
  root.file("a/web/cgroup.procs", "");
  root.file("a/web/cgroup.events", "populated 0\nfrozen 0\n");
}

}  // namespace

TEST_CASE("controllers are enabled from the root down, those that are missing") {
  FakeRoot root;
  offer(root, "cpu memory pids");
  root.file("cgroup.subtree_control", "memory\n");
  Cgroupfs cgroup(root.fd(), unified_location({"cpu", "memory", "pids"}));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(root.read("cgroup.subtree_control").starts_with("+cpu +pids"));
  CHECK(root.read("a/cgroup.subtree_control") == "+cpu +memory +pids");
}

TEST_CASE("nothing is enabled where the cgroup has all that the root offers") {
  FakeRoot root;
  offer(root, "memory pids");
  root.file("a/web/cgroup.controllers", "memory pids\n");
  Cgroupfs cgroup(root.fd(), unified_location({"memory", "pids"}));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(root.read("a/cgroup.subtree_control") == "");
}

TEST_CASE("a cgroup that is frozen when it is to be made is refused and left alone") {
  FakeRoot root;
  offer(root, "");
  root.file("a/web/cgroup.events", "populated 0\nfrozen 1\n");
  Cgroupfs cgroup(root.fd(), unified_location({}));
  CHECK(problem(cgroup.make()) ==
        "making cgroup '/a/web': container's cgroup unexpectedly frozen by '/a/web'");
  CHECK(root.has("a/web/cgroup.procs"));
}

TEST_CASE("the first file of a choice that exists is written") {
  FakeRoot root;
  root.file("v1/a/web/blkio.bfq.weight", "");
  Cgroupfs cgroup(root.fd(), legacy_location({"blkio"}));
  spec::Resources r;
  r.block_io.weight = 300;
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("v1/a/web/blkio.bfq.weight") == "300");
}

TEST_CASE("what only other kernels have: the weights of the old I/O scheduler") {
  FakeRoot root;
  for (std::string file :
       {"weight", "weight_device", "leaf_weight", "leaf_weight_device", "bfq.weight"})
    root.file("v1/a/web/blkio." + file, "");
  Cgroupfs cgroup(root.fd(), legacy_location({"blkio"}));
  spec::Resources r;
  r.block_io.weight = 300;
  r.block_io.leaf_weight = 200;
  r.block_io.weight_device = {{.major = 8, .minor = 0, .weight = 30, .leaf_weight = 20}};
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("v1/a/web/blkio.weight") == "300");
  CHECK(root.read("v1/a/web/blkio.bfq.weight") == "");
  CHECK(root.read("v1/a/web/blkio.leaf_weight") == "200");
  CHECK(root.read("v1/a/web/blkio.weight_device") == "8:0 30");
  CHECK(root.read("v1/a/web/blkio.leaf_weight_device") == "8:0 20");
}

TEST_CASE("what only other kernels have: the I/O cost model's weights") {
  FakeRoot root;
  root.file("a/web/io.weight", "");
  Cgroupfs cgroup(root.fd(), unified_location({"io"}));
  spec::Resources r;
  r.block_io.weight_device = {{.major = 8, .minor = 0, .weight = 300}};
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("a/web/io.weight") == "8:0 2930");
}

TEST_CASE("what only other machines have: network classes, priorities and RDMA devices") {
  FakeRoot root;
  for (std::string file : {"net_cls.classid", "net_prio.ifpriomap", "rdma.max"})
    root.file("v1/a/web/" + file, "");
  Cgroupfs cgroup(root.fd(), legacy_location({"net_cls", "net_prio", "rdma"}));
  spec::Resources r;
  r.network = {.class_id = 1048577, .priorities = {{.name = "eth0", .priority = 500}}};
  r.rdma = {{"mlx5_1", {.hca_handles = 3, .hca_objects = 10000}}};
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("v1/a/web/net_cls.classid") == "1048577");
  CHECK(root.read("v1/a/web/net_prio.ifpriomap") == "eth0 500");
  CHECK(root.read("v1/a/web/rdma.max") == "mlx5_1 hca_handle=3 hca_object=10000");
}

TEST_CASE("RDMA devices are limited on v2 by the same file") {
  FakeRoot root;
  root.file("a/web/rdma.max", "");
  Cgroupfs cgroup(root.fd(), unified_location({"rdma"}));
  spec::Resources r;
  r.rdma = {{"mlx4_0", {.hca_objects = 1000}}};
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("a/web/rdma.max") == "mlx4_0 hca_object=1000");
}

TEST_CASE("a file that the kernel lacks is named, unless it would change nothing") {
  FakeRoot root;
  root.directory("v1/a/web");
  Cgroupfs cgroup(root.fd(), legacy_location({"cpu"}));
  spec::Resources r;
  r.cpu = {.burst = 0, .idle = 0};
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  r.cpu.idle = 1;
  CHECK(problem(cgroup.apply(r)) == "/linux/resources/cpu/idle: this kernel has no 'cpu.idle'");
}

TEST_CASE("a controller that a parent keeps back is explained by that parent") {
  FakeRoot root;
  offer(root, "memory");
  root.file("cgroup.subtree_control", "memory\n");
  root.file("a/cgroup.procs", "12\n13\n");
  Cgroupfs cgroup(root.fd(), unified_location({"memory"}));
  spec::Resources r;
  r.memory.limit = 1;
  CHECK(problem(cgroup.apply(r)) ==
        "/linux/resources/memory/limit: memory controller is not enabled for '/a/web': '/a' has "
        "processes of its own: 12, 13");
  root.file("a/cgroup.procs", "");
  CHECK(problem(cgroup.apply(r)) ==
        "/linux/resources/memory/limit: memory controller is not enabled for '/a/web': '/a' does "
        "not hand it down");
}

TEST_CASE("a memory limit below the use is refused when a check is asked for") {
  FakeRoot root;
  root.file("a/web/memory.max", "");
  root.file("a/web/memory.current", "5000\n");
  Cgroupfs cgroup(root.fd(), unified_location({"memory"}));
  spec::Resources r;
  r.memory = {.limit = 4999, .check_before_update = true};
  CHECK(problem(cgroup.apply(r)) ==
        "/linux/resources/memory/limit: 4999 is less than the 5000 in use");
  CHECK(root.read("a/web/memory.max") == "");
  r.memory.limit = 5000;
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("a/web/memory.max") == "5000");
}

TEST_CASE("real-time run time is handed down from the parents that were made") {
  FakeRoot root;
  root.file("v1/a/cpu.rt_runtime_us", "");
  root.file("v1/a/web/cpu.rt_runtime_us", "");
  Cgroupfs cgroup(root.fd(), legacy_location({"cpu"}));
  spec::Resources r;
  r.cpu.realtime_runtime = 1000;
  CHECK(problem(cgroup.apply(r)) == "(fine)");
  CHECK(root.read("v1/a/cpu.rt_runtime_us") == "1000");
  CHECK(root.read("v1/a/web/cpu.rt_runtime_us") == "1000");
}

TEST_CASE("an empty cpuset takes over what its parents have") {
  FakeRoot root;
  for (std::string file : {"cpuset.cpus", "cpuset.mems"}) {
    root.file("v1/" + file, "0-3\n");
    root.file("v1/a/" + file, "\n");
    root.file("v1/a/web/" + file, "");
  }
  Cgroupfs cgroup(root.fd(), legacy_location({"cpuset"}));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(root.read("v1/a/cpuset.cpus") == "0-3");
  CHECK(root.read("v1/a/web/cpuset.mems") == "0-3");
}

TEST_CASE("devices are confined by v1's files, the default first") {
  FakeRoot root;
  root.file("v1/a/web/devices.allow", "");
  root.file("v1/a/web/devices.deny", "");
  Cgroupfs cgroup(root.fd(), legacy_location({"devices"}));
  CHECK(problem(cgroup.restrict_devices(
            {{.allow = true}, {.allow = false, .type = "b", .major = 8, .access = "w"}})) ==
        "(fine)");
  CHECK(root.read("v1/a/web/devices.allow") == "a");
  CHECK(root.read("v1/a/web/devices.deny") == "b 8:* w");
}

TEST_CASE("without any way to confine devices it is refused") {
  FakeRoot root;
  Cgroupfs cgroup(root.fd(), legacy_location({"memory"}));
  CHECK(problem(cgroup.restrict_devices({})) ==
        "/linux/resources/devices: devices controller is not available");
}

TEST_CASE("a process is moved on every v1 hierarchy and on no other") {
  FakeRoot root;
  root.file("memory/web/cgroup.procs", "");
  root.file("systemd/web/cgroup.procs", "");
  root.file("unified/web/cgroup.procs", "");
  Location location{.layout = {{{Hierarchy::Version::One, "memory", {"memory"}},
                                {Hierarchy::Version::One, "systemd", {}},
                                {Hierarchy::Version::Two, "unified", {}}}},
                    .path = "/web",
                    .kept = "/"};
  Cgroupfs cgroup(root.fd(), location);
  CHECK(problem(cgroup.place(4711)) == "(fine)");
  CHECK(root.read("memory/web/cgroup.procs") == "4711");
  CHECK(root.read("systemd/web/cgroup.procs") == "4711");
  CHECK(root.read("unified/web/cgroup.procs") == "");
}

TEST_CASE("making undoes itself when one hierarchy refuses") {
  FakeRoot root;
  root.directory("v1");
  root.file("v2/a", "a file where the parent should be");
  Location location{.layout = {{{Hierarchy::Version::One, "v1", {"memory"}},
                                {Hierarchy::Version::One, "v2", {"pids"}}}},
                    .path = "/a/web",
                    .kept = "/"};
  Cgroupfs cgroup(root.fd(), location);
  CHECK(problem(cgroup.make()) == "making cgroup '/a/web': mkdir('v2/a/web'): not a directory");
  CHECK_FALSE(root.has("v1/a"));
}

TEST_CASE("a path that is no container's is never opened") {
  Location location = legacy_location({"memory"});
  CHECK(refusal(location) == "(accepted)");
  for (std::string path : {"", "/", "web", "/a/../..", "/a/"}) {
    location.path = path;
    CHECK(refusal(location) == "'" + path + "' is not the path of a container's cgroup");
  }
  location = legacy_location({"memory"});
  location.kept = "/b";
  CHECK(refusal(location) == "'/a/web' is not the path of a container's cgroup");
}

}  // namespace hull::cgroup
