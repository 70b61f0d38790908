// SPDX-License-Identifier: Apache-2.0
#include "plan/cgroup_mounts.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

Facts unified() {
  Facts facts;
  facts.cgroup_path = "/sys/fs/cgroup/web";
  return facts;
}

Facts hybrid() {
  Facts facts;
  facts.cgroup_mode = CgroupMode::Hybrid;
  facts.cgroup_legs = {{"memory", "/sys/fs/cgroup/memory/web", {}},
                       {"cpu,cpuacct", "/sys/fs/cgroup/cpu,cpuacct/web", {"cpu", "cpuacct"}},
                       {"unified", "/sys/fs/cgroup/unified/web", {}}};
  return facts;
}

std::string cgroup(std::string_view namespaces, const Facts& facts,
                   std::string_view options = R"("ro", "nosuid", "nsdelegate")",
                   std::string_view type = "cgroup") {
  const bool maps = namespaces.ends_with("user");
  return outcome(
      "mount /sys",
      document(hull::format(R"("mounts": [{{"destination": "/sys/fs/cgroup", "type": "{}",
                                "source": "cgroup", "options": [{}]}}], )",
                            type, options) +
               linux_section(namespaces,
                             maps ? R"("uidMappings": [{"containerID": 0, "hostID": 1, "size": 1}],
                     "gidMappings": [{"containerID": 0, "hostID": 1, "size": 1}])"
                                  : "")),
      facts);
}

}  // namespace

TEST_CASE("on v2 a cgroup namespace sees its own cgroup, bound") {
  const std::string own =
      "mount /sys/fs/cgroup: bind /sys/fs/cgroup/web, ro,nosuid, no symlinks [/mounts/0]\n";
  CHECK(cgroup("mount cgroup", unified()) == own);
  CHECK(cgroup("mount cgroup", unified(), R"("ro", "nosuid")", "cgroup2") == own);
}

TEST_CASE("on v2 without a cgroup namespace the host's tree is bound, never mounted anew") {
  CHECK(cgroup("mount", unified()) ==
        "mount /sys/fs/cgroup: bind /sys/fs/cgroup, recursive, rro,rnosuid, no symlinks "
        "[/mounts/0]\n");
}

TEST_CASE("on v2 a joined cgroup namespace is shown by a cgroup2 made in it") {
  CHECK(cgroup("mount cgroup=/c", unified()) ==
        "mount /sys/fs/cgroup: filesystem cgroup2 of 'cgroup2', ro,nosuid, no symlinks "
        "[/mounts/0]\n");
  // Not ours to mount from a user namespace of our own.
  CHECK(cgroup("mount cgroup=/c user", unified()) ==
        "mount /sys/fs/cgroup: bind /sys/fs/cgroup/web, ro,nosuid, no symlinks [/mounts/0]\n");
}

TEST_CASE("on hybrid each leg is bound into a tmpfs that closes last") {
  CHECK(cgroup("mount cgroup", hybrid()) ==
        "mount /sys/fs/cgroup: filesystem tmpfs of 'tmpfs', nosuid, ro late, with mode=755, "
        "no symlinks [/mounts/0]\n"
        "mount /sys/fs/cgroup/memory: bind /sys/fs/cgroup/memory/web, ro,nosuid, no symlinks "
        "[/mounts/0]\n"
        "mount /sys/fs/cgroup/cpu,cpuacct: bind /sys/fs/cgroup/cpu,cpuacct/web, ro,nosuid, "
        "no symlinks [/mounts/0]\n"
        "mount /sys/fs/cgroup/cpu: symlink to cpu,cpuacct [/mounts/0]\n"
        "mount /sys/fs/cgroup/cpuacct: symlink to cpu,cpuacct [/mounts/0]\n"
        "mount /sys/fs/cgroup/unified: bind /sys/fs/cgroup/unified/web, ro,nosuid, no symlinks "
        "[/mounts/0]\n");
  CHECK(cgroup("mount", hybrid(), R"("rw")")
            .starts_with("mount /sys/fs/cgroup: filesystem tmpfs of 'tmpfs', rw, with mode=755, no "
                         "symlinks [/mounts/0]\n"
                         "mount /sys/fs/cgroup/memory: bind /sys/fs/cgroup/memory/web, rw, no "
                         "symlinks [/mounts/0]\n"));
}

TEST_CASE("with cgroups disabled the host's tree is shown, to read and not to write") {
  const std::string tree =
      "mount /sys/fs/cgroup: bind /sys/fs/cgroup, recursive, rro, no symlinks [/mounts/0]\n";
  CHECK(cgroup("mount cgroup", {}, R"("rw")") == tree);
  CHECK(cgroup("mount cgroup", {}, R"("rrw")") == tree);
  for (CgroupMode mode : {CgroupMode::Legacy, CgroupMode::Hybrid}) {
    Facts facts;
    facts.cgroup_mode = mode;
    CHECK(cgroup("mount cgroup", facts, R"("rw")") == tree);
    CHECK(cgroup("mount", facts, R"("rw")") == tree);
  }
  // Who keeps the host's cgroup namespace and asks to write means the host's tree.
  CHECK(cgroup("mount", {}, R"("rw")") ==
        "mount /sys/fs/cgroup: bind /sys/fs/cgroup, recursive, rrw, no symlinks [/mounts/0]\n");
}

TEST_CASE("a bind of a cgroup directory is a bind") {
  CHECK(outcome("mount /sys",
                document(R"("mounts": [{"destination": "/sys/fs/cgroup", "type": "cgroup",
                             "source": "/sys/fs/cgroup", "options": ["rbind", "ro"]}], )" +
                         linux_section("mount cgroup")),
                unified()) ==
        "mount /sys/fs/cgroup: bind /sys/fs/cgroup, recursive, ro, no symlinks [/mounts/0]\n");
}

TEST_CASE("options of a cgroup mount that change the hierarchy are ignored, and said to be") {
  CHECK(cgroup("mount cgroup", unified(),
               R"("nsdelegate", "memory_recursiveprot", "favordynmods")") ==
        "mount /sys/fs/cgroup: bind /sys/fs/cgroup/web, no symlinks [/mounts/0]\n"
        "warning: /mounts/0/options: 'favordynmods' is ignored: the cgroup hierarchy is mounted "
        "already\n");
}

}  // namespace hull::plan
