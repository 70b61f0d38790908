// SPDX-License-Identifier: Apache-2.0
#include "inside/revealing.h"

#include <doctest/doctest.h>

namespace hull::inside {

using Points = std::vector<std::string>;

TEST_CASE("procfs and sysfs outside of the root are found, the later ones first") {
  constexpr std::string_view kText =
      "20 1 8:1 / / rw shared:1 - ext4 /dev/sda rw\n"
      "21 20 0:5 / /proc rw,nosuid shared:2 master:3 - proc proc rw\n"
      "22 20 0:6 / /sys rw - sysfs sysfs rw\n"
      "23 22 0:7 / /sys/fs/cgroup rw - cgroup2 none rw\n"
      "24 20 0:5 / /srv/a\\040b\\134c rw - proc proc rw\n"
      // A child before what it is mounted on, as kernels sort them that go by the id.
      "25 31 0:8 / /bundle/rootfs/proc rw - proc proc rw\n"
      "30 20 8:1 /bundle/rootfs /bundle/rootfs rw - ext4 /dev/sda rw\n"
      "31 30 0:9 / /bundle/rootfs rw - tmpfs none rw\n"
      "32 25 0:8 /sys /bundle/rootfs/proc/sys ro - proc proc rw\n"
      "no mount\n";
  CHECK(revealing_outside(kText, 30) == Points{"/srv/a b\\c", "/sys", "/proc"});
  CHECK(revealing_outside(kText, 20).empty());
}

TEST_CASE("a topmost mount that is its own parent ends the search") {
  CHECK(revealing_outside("5 5 0:1 / / rw - rootfs none rw\n6 5 0:2 / /proc rw - proc none rw\n",
                          7) == Points{"/proc"});
  CHECK(revealing_outside("", 1).empty());
}

}  // namespace hull::inside
