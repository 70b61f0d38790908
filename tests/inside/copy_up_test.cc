// SPDX-License-Identifier: Apache-2.0
#include "inside/copy_up.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>

#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

struct Copy {
  kit::Directory directory;
  std::string from = directory.path("from");
  std::string to = directory.path("to");
  Copy() {
    REQUIRE(sys::make_directories(from, 0755));
    REQUIRE(sys::make_directories(to, 0755));
  }
  void run() const {
    auto source = sys::open_at(sys::FdRef::cwd(), from, O_PATH | O_DIRECTORY);
    auto target = sys::open_at(sys::FdRef::cwd(), to, O_PATH | O_DIRECTORY);
    REQUIRE((source && target));
    auto copied = copy_up(*source, *target);
    REQUIRE_MESSAGE(copied, (copied ? "" : copied.error().message()));
  }
  struct stat status(const std::string& name) const {
    auto st = sys::status(sys::FdRef::cwd(), to + "/" + name);
    REQUIRE_MESSAGE(st, name);
    return *st;
  }
};

TEST_CASE("files and directories come with contents, mode and time") {
  Copy copy;
  REQUIRE(sys::make_directories(copy.from + "/a/b", 0755));
  std::ofstream(copy.from + "/a/b/file") << "text";
  REQUIRE(::chmod((copy.from + "/a/b/file").c_str(), 04751) == 0);
  REQUIRE(::chmod((copy.from + "/a").c_str(), 01777) == 0);
  const timespec times[2] = {{1000, 0}, {2000, 500}};
  REQUIRE(::utimensat(AT_FDCWD, (copy.from + "/a/b/file").c_str(), times, 0) == 0);
  copy.run();
  CHECK(*sys::read(sys::FdRef::cwd(), copy.to + "/a/b/file") == "text");
  CHECK((copy.status("a/b/file").st_mode & 07777) == 04751);
  CHECK((copy.status("a").st_mode & 07777) == 01777);
  CHECK(copy.status("a/b/file").st_mtim.tv_sec == 2000);
  CHECK(copy.status("a/b/file").st_mtim.tv_nsec == 500);
}

TEST_CASE("a symlink comes as a symlink, and what it leads to is not read") {
  Copy copy;
  REQUIRE(::symlink("/etc/passwd", (copy.from + "/link").c_str()) == 0);
  REQUIRE(::symlink("nowhere", (copy.from + "/dangling").c_str()) == 0);
  copy.run();
  CHECK(S_ISLNK(copy.status("link").st_mode));
  CHECK(*sys::read_link(sys::FdRef::cwd(), copy.to + "/link") == "/etc/passwd");
  CHECK(*sys::read_link(sys::FdRef::cwd(), copy.to + "/dangling") == "nowhere");
}

TEST_CASE("fifos come too, and nobody waits for their writers") {
  Copy copy;
  REQUIRE(::mkfifo((copy.from + "/fifo").c_str(), 0640) == 0);
  copy.run();
  CHECK(S_ISFIFO(copy.status("fifo").st_mode));
  CHECK((copy.status("fifo").st_mode & 07777) == 0640);
}

TEST_CASE("devices and owners come too") {
  Copy copy;
  if (::mknod((copy.from + "/null").c_str(), S_IFCHR | 0600, makedev(1, 3)) < 0)
    return kit::skip("CAP_MKNOD");
  std::ofstream(copy.from + "/owned") << "";
  if (::lchown((copy.from + "/owned").c_str(), 1234, 5678) < 0) return kit::skip("CAP_CHOWN");
  copy.run();
  CHECK(S_ISCHR(copy.status("null").st_mode));
  CHECK(copy.status("null").st_rdev == makedev(1, 3));
  CHECK(copy.status("owned").st_uid == 1234);
  CHECK(copy.status("owned").st_gid == 5678);
}

}  // namespace
}  // namespace hull::inside
