// SPDX-License-Identifier: Apache-2.0
#include "sys/proc.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"

namespace hull::sys {
namespace {

TEST_CASE("the machine's own /proc is taken and read") {
  if (kit::lacks({kit::kOpenat2})) return;
  auto proc = Proc::open();
  REQUIRE(proc);
  auto comm = proc->read("self/comm");
  REQUIRE(comm);
  // Not this program's file, which may be run by another one.
  char name[16] = {};
  REQUIRE(::prctl(PR_GET_NAME, name) == 0);
  CHECK(*comm == std::string(name) + "\n");
  auto absent = proc->try_read("self/nothing");
  REQUIRE(absent);
  CHECK(!*absent);
}

TEST_CASE("a /proc that is none is refused") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  CHECK(kit::in_new_namespaces([] {
          if (::mount("tmpfs", "/proc", "tmpfs", 0, nullptr) < 0) return std::string("mount");
          return kit::message_of(Proc::open());
        }) == "/proc is not the root of a procfs");
  CHECK(kit::in_new_namespaces([] {
          if (::mount("/proc/sys", "/proc", nullptr, MS_BIND, nullptr) < 0)
            return std::string("mount");
          return kit::message_of(Proc::open());
        }) == "/proc is not the root of a procfs");
}

TEST_CASE("a file that something is mounted over is neither read nor written") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2})) return;
  CHECK(kit::in_new_namespaces([] {
          if (::mount("/dev/null", "/proc/sys/kernel/hostname", nullptr, MS_BIND, nullptr) < 0)
            return std::string("mount");
          auto proc = Proc::open();
          return kit::message_of(proc->read("sys/kernel/hostname")) + "; " +
                 kit::message_of(proc->write("sys/kernel/hostname", "x"));
        }) ==
        "/proc: openat2('sys/kernel/hostname'): invalid cross-device link; "
        "/proc: openat2('sys/kernel/hostname'): invalid cross-device link");
}

TEST_CASE("no name leads out of /proc") {
  if (kit::lacks({kit::kOpenat2})) return;
  auto proc = Proc::open();
  REQUIRE(proc);
  for (const char* name : {"self/root/etc/passwd", "self/cwd", "self/fd/0", "self/exe"}) {
    auto opened = proc->open_file(name, O_RDONLY);
    REQUIRE(!opened);
    CHECK(opened.error().message() ==
          std::string("/proc: openat2('") + name + "'): too many levels of symbolic links");
  }
  auto above = proc->open_file("../etc/passwd", O_RDONLY);
  REQUIRE(!above);
  CHECK(above.error().message() == "/proc: openat2('../etc/passwd'): invalid cross-device link");
}

TEST_CASE("a new instance shows our pid namespace whatever covers /proc") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kFsopen})) return;
  CHECK(kit::in_new_namespaces([] {
          pid_t child = ::fork();
          if (child == 0) {
            const bool covered = ::mount("tmpfs", "/proc", "tmpfs", 0, nullptr) == 0;
            auto proc = Proc::create();
            if (!covered || !proc) ::_exit(1);
            auto status = proc->read("self/status");
            ::_exit(status && status->find("\nPid:\t1\n") != std::string::npos ? 0 : 2);
          }
          int status = -1;
          ::waitpid(child, &status, 0);
          return std::to_string(status);
        }) == "0");
}

}  // namespace
}  // namespace hull::sys
