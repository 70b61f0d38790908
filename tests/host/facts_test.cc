// SPDX-License-Identifier: Apache-2.0
#include "host/facts.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/nsfs.h>
#include <linux/sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

#include "kit/skip.h"

namespace hull::host {
namespace {

/// qemu-user knows no ioctl_ns(2), and says so with either number.
bool lacks_namespace_types() {
  const int self = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  const bool lacks = ::ioctl(self, NS_GET_NSTYPE) < 0 && (errno == ENOSYS || errno == ENOTTY);
  ::close(self);
  return lacks;
}

TEST_CASE("a path that leads to the namespace we are in is known by its inode") {
  if (lacks_namespace_types()) return kit::skip("ioctl(NS_GET_NSTYPE)");
  auto proc = sys::Proc::open();
  REQUIRE(proc);
  CHECK(own_by_path(*proc, {{.type = "network", .path = "/proc/self/ns/net"},
                            {.type = "mount", .path = "/proc/self/ns/mnt"},
                            {.type = "uts", .path = ""},
                            {.type = "ipc", .path = "/nowhere"},
                            // Of another type: joining it fails.
                            {.type = "user", .path = "/proc/self/ns/uts"},
                            {.type = "cgroup", .path = "/proc/self"}}) ==
        (CLONE_NEWNET | CLONE_NEWNS));
  CHECK(own_by_path(*proc, {}) == 0);
}

}  // namespace
}  // namespace hull::host
