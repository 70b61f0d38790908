// SPDX-License-Identifier: Apache-2.0
#include "inside/streams.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <string>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"

namespace hull::inside {
namespace {

/// Standard input is a node of the test's own, in `directory`, and so is our root, whose /dev/null
/// is `standing`. What take_own_devices() makes of it: "kept" or "replaced", and how it is open.
std::string taken(const kit::Directory& directory, mode_t type, dev_t standing) {
  return kit::in_new_namespaces([&]() -> std::string {
    if (::mount("tmpfs", directory.path().c_str(), "tmpfs", 0, nullptr) < 0) return "mount";
    auto proc = sys::Proc::open();
    if (!proc) return proc.error().message();
    if (::mknod(directory.path("given").c_str(), S_IFCHR | 0666, makedev(1, 3)) < 0) return "mknod";
    ::mkdir(directory.path("dev").c_str(), 0755);
    if (::mknod(directory.path("dev/null").c_str(), type | 0666, standing) < 0) return "mknod";
    const int given = ::open(directory.path("given").c_str(), O_WRONLY | O_APPEND);
    if (::dup2(given, STDIN_FILENO) < 0 || ::chroot(directory.path().c_str()) < 0) return "chroot";
    auto done = take_own_devices(*proc);
    if (!done) return done.error().message();
    struct stat before = {};
    struct stat now = {};
    struct stat own = {};
    if (::fstat(given, &before) < 0 || ::fstat(STDIN_FILENO, &now) < 0) return "fstat";
    if (::lstat("/dev/null", &own) < 0) return "lstat";
    if (now.st_rdev != before.st_rdev) return "another device";
    std::string text = now.st_dev == before.st_dev && now.st_ino == before.st_ino ? "kept"
                       : now.st_dev == own.st_dev && now.st_ino == own.st_ino ? "the container's"
                                                                              : "made";
    const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
    if ((flags & O_ACCMODE) == O_WRONLY) text += ", to write";
    if ((flags & O_APPEND) != 0) text += ", to append";
    return text;
  });
}

TEST_CASE(
    "a stream that is a memory device becomes the container's node of it, opened for the same") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  kit::Directory directory;
  CHECK(taken(directory, S_IFCHR, makedev(1, 3)) == "the container's, to write, to append");
}

TEST_CASE("what only has its name, or its number, is not taken for it") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kFsopen})) return;
  kit::Directory directory;
  CHECK(taken(directory, S_IFCHR, makedev(1, 5)) == "made, to write, to append");
  CHECK(taken(directory, S_IFBLK, makedev(1, 3)) == "made, to write, to append");
  CHECK(taken(directory, S_IFIFO, 0) == "made, to write, to append");
}

TEST_CASE("devices that are everybody's are told from others by type and number") {
  struct stat st = {};
  auto is_shared = [&st](mode_t type, dev_t number) {
    st.st_mode = type;
    st.st_rdev = number;
    return is_shared_device(st);
  };
  CHECK(is_shared(S_IFCHR, makedev(1, 3)));
  CHECK(is_shared(S_IFCHR, makedev(1, 11)));
  CHECK(is_shared(S_IFCHR, makedev(5, 0)));
  CHECK(!is_shared(S_IFBLK, makedev(1, 3)));
  CHECK(!is_shared(S_IFCHR, makedev(136, 3)));
  CHECK(!is_shared(S_IFREG, 0));
}

}  // namespace
}  // namespace hull::inside
