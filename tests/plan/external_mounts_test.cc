// SPDX-License-Identifier: Apache-2.0
#include "plan/external_mounts.h"

#include <doctest/doctest.h>

namespace hull::plan {
namespace {

Mount bind(std::string source, std::string destination, bool recursive = false) {
  Mount mount;
  mount.source = std::move(source);
  mount.destination = std::move(destination);
  mount.recursive = recursive;
  return mount;
}

Mount filesystem(std::string type, std::string destination) {
  Mount mount;
  mount.kind = MountKind::Filesystem;
  mount.type = std::move(type);
  mount.destination = std::move(destination);
  return mount;
}

/// A container as mountinfo shows it: the lines of proc and of the root, and `more`.
std::vector<std::string> external(const Plan& plan, std::string_view more) {
  std::string text =
      "48 50 8:1 /rootfs / rw - ext4 disk rw\n"
      "49 48 0:40 / /proc rw - proc proc rw\n";
  return external_mounts(plan, parse_mountinfo(text.append(more)));
}

Plan with(std::vector<Mount> mounts) {
  Plan plan;
  plan.mounts = {filesystem("proc", "/proc")};
  for (Mount& mount : mounts) plan.mounts.push_back(std::move(mount));
  return plan;
}

}  // namespace

TEST_CASE("binds are outside, with all that is mounted below their sources") {
  const Plan plan = with({bind("/srv", "/data", true)});
  CHECK(external(plan,
                 "60 48 8:2 /srv /data rw - ext4 other rw\n"
                 "61 60 0:50 / /data/tmp rw - tmpfs tmpfs rw\n") ==
        std::vector<std::string>{"/data", "/data/tmp"});
}

TEST_CASE("a whole file system of the host's is outside too") {
  CHECK(external(with({bind("/run/x", "/data")}), "60 48 0:50 / /data rw - tmpfs tmpfs rw\n") ==
        std::vector<std::string>{"/data"});
}

TEST_CASE("what the container was given for itself is inside, below a bind too") {
  const Plan plan = with(
      {filesystem("tmpfs", "/tmp"), bind("/srv", "/data"), filesystem("tmpfs", "/data/cache")});
  CHECK(external(plan,
                 "60 48 0:50 / /tmp rw - tmpfs tmpfs rw\n"
                 "61 48 8:2 /srv /data rw - ext4 other rw\n"
                 "62 61 0:51 / /data/cache rw - tmpfs tmpfs rw\n") ==
        std::vector<std::string>{"/data"});
}

TEST_CASE("covers are outside if they are files of the host's") {
  Plan plan = with({});
  plan.masked_paths = {"/proc/kcore", "/proc/acpi"};
  plan.readonly_paths = {"/proc/sys"};
  CHECK(external(plan,
                 "60 49 0:6 /null /proc/kcore rw - devtmpfs devtmpfs rw\n"
                 "61 49 0:46 / /proc/acpi ro - tmpfs tmpfs rw\n"
                 "62 49 0:40 /sys /proc/sys ro - proc proc rw\n") ==
        std::vector<std::string>{"/proc/kcore"});
}

TEST_CASE("covers of the container's own null device are inside") {
  Plan plan = with({filesystem("tmpfs", "/dev")});
  plan.masked_paths = {"/proc/kcore"};
  CHECK(external(plan,
                 "60 48 0:50 / /dev rw - tmpfs tmpfs rw\n"
                 "61 49 0:50 /null /proc/kcore ro - tmpfs tmpfs rw\n")
            .empty());
}

TEST_CASE("a bind from below the rootfs, and cgroups, are inside") {
  Mount inside = bind("/b/rootfs/a", "/b");
  inside.source_inside = true;
  CHECK(external(with({inside, bind("/sys/fs/cgroup", "/sys/fs/cgroup")}),
                 "60 48 8:1 /rootfs/a /b rw - ext4 disk rw\n"
                 "61 48 0:27 /web /sys/fs/cgroup ro - cgroup2 cgroup2 rw\n")
            .empty());
}

TEST_CASE("for a restore each has a source, by where links lead and with what is below") {
  Plan plan = with({bind("/srv", "/var/run/data", true), bind("/etc/hosts", "/etc/hosts")});
  plan.masked_paths = {"/proc/kcore"};
  const auto host = parse_mountinfo(
      "20 1 8:1 / / rw - ext4 disk rw\n"
      "21 20 0:50 / /srv/deep rw - tmpfs tmpfs rw\n"
      "22 20 0:51 / /srvother rw - tmpfs tmpfs rw\n");
  CHECK(external_sources(plan, {{"/var/run/data", "/run/data"}}, host) ==
        std::vector<ExternalMount>{{"/run/data", "/srv"},
                                   {"/run/data/deep", "/srv/deep"},
                                   {"/etc/hosts", "/etc/hosts"},
                                   {"/proc/kcore", "/dev/null"}});
}

TEST_CASE("nodes that are bound come from the host") {
  Plan plan;
  plan.bind_devices = true;
  plan.devices = {{.path = "/dev/null"}};
  CHECK(external_sources(plan, {}, {}) == std::vector<ExternalMount>{{"/dev/null", "/dev/null"}});
}

}  // namespace hull::plan
