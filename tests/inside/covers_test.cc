// SPDX-License-Identifier: Apache-2.0
#include "inside/covers.h"

#include <doctest/doctest.h>

namespace hull::inside {

namespace {
constexpr std::string_view kText =
    "30 20 8:1 /rootfs / rw - ext4 /dev/sda rw\n"
    "31 30 0:9 / /proc rw - proc proc rw\n"
    "32 31 0:9 /sys /proc/sys ro - proc proc rw\n"
    "33 30 8:1 /rootfs/srv/moved /srv/moved ro - ext4 /dev/sda rw\n"
    "34 30 8:1 /rootfs/data /srv/data rw - ext4 /dev/sda rw\n"
    "35 30 8:2 /rootfs/srv/b /srv/b rw - ext4 /dev/sdb rw\n"
    "36 31 0:20 / /proc/acpi ro - tmpfs tmpfs ro,size=4k,nr_inodes=2,mode=555\n"
    "37 30 0:21 / /tmp rw - tmpfs tmpfs rw,size=64k\n"
    "38 34 8:1 /rootfs/data/a /srv/data/a ro - ext4 /dev/sda rw\n";
}  // namespace

TEST_CASE("a mount of what is there anyway, and the empty directory, are covers") {
  for (std::uint64_t id : {32, 33, 36, 38}) {
    CAPTURE(id);
    CHECK(is_cover(kText, id));
  }
}

TEST_CASE("a mount of anything else is none") {
  for (std::uint64_t id : {30, 31, 34, 35, 37, 99}) {
    CAPTURE(id);
    CHECK_FALSE(is_cover(kText, id));
  }
}

}  // namespace hull::inside
