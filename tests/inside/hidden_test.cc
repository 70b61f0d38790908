// SPDX-License-Identifier: Apache-2.0
#include "inside/hidden.h"

#include <doctest/doctest.h>

namespace hull::inside {

TEST_CASE("what is mounted below /proc hides a part of it") {
  constexpr const char* kMounts =
      "20 1 0:5 / / rw - ext4 /dev/vda rw\n"
      "21 20 0:6 / /proc rw,nosuid - proc proc rw\n"
      "22 20 0:7 / /process rw - tmpfs t rw\n"
      "23 21 0:8 /null /proc/kcore rw - tmpfs t rw\n"
      "24 21 0:8 /null /proc/keys rw - tmpfs t rw\n";
  CHECK(hidden_below(kMounts, "/proc") == "/proc/kcore");
  CHECK(hidden_below(kMounts, "/sys") == std::nullopt);
}

TEST_CASE("mounts where the kernel keeps a directory for them hide nothing") {
  CHECK(hidden_below("21 20 0:6 / /proc rw - proc proc rw\n"
                     "22 21 0:7 / /proc/sys/fs/binfmt_misc rw - autofs a rw\n",
                     "/proc") == std::nullopt);
  CHECK(hidden_below("21 20 0:6 / /sys rw - sysfs sysfs rw\n"
                     "22 21 0:7 / /sys/fs/cgroup rw - tmpfs t rw\n"
                     "23 22 0:8 / /sys/fs/cgroup/memory rw - cgroup c rw\n"
                     "24 21 0:9 / /sys/firmware ro - tmpfs t ro\n",
                     "/sys") == "/sys/firmware");
}

TEST_CASE("lines that are no mounts are passed over") {
  CHECK(hidden_below("\nx\n1 2 3 4\n", "/proc") == std::nullopt);
}

}  // namespace hull::inside
