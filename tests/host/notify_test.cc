// SPDX-License-Identifier: Apache-2.0
#include "host/notify.h"

#include <doctest/doctest.h>

#include "kit/namespaces.h"
#include "sys/file.h"

namespace hull::host {
namespace {

TEST_CASE("the pid file holds the number alone, and nothing is left beside it") {
  kit::Directory directory;
  REQUIRE(write_pid_file(directory.path("pid"), 4711));
  auto fd = sys::open_at(sys::FdRef::cwd(), directory.path(), O_RDONLY | O_DIRECTORY);
  REQUIRE(fd);
  CHECK(*sys::read(*fd, "pid") == "4711");
  CHECK(*sys::list(*fd) == std::vector<std::string>{"pid"});
}

TEST_CASE("a pid file that is there is replaced whole: a reader keeps the old one") {
  kit::Directory directory;
  REQUIRE(write_pid_file(directory.path("pid"), 123456));
  auto reader = sys::open_at(sys::FdRef::cwd(), directory.path("pid"), O_RDONLY);
  REQUIRE(write_pid_file(directory.path("pid"), 7));
  CHECK(*sys::read_all(*reader) == "123456");
  CHECK(*sys::read(sys::FdRef::cwd(), directory.path("pid")) == "7");
}

TEST_CASE("a pid file that cannot be written is refused by its option") {
  auto written = write_pid_file("/no/such/directory/pid", 1);
  REQUIRE(!written);
  CHECK(written.error().message() ==
        "--pid-file: open('/no/such/directory/.pid.new'): no such file or directory");
}

TEST_CASE("a socket that nobody listens on is named") {
  kit::Directory directory;
  auto sent = send_descriptor(directory.path("socket"), sys::FdRef(0), "x");
  REQUIRE(!sent);
  CHECK(sent.error().message() ==
        "connect('" + directory.path("socket") + "'): no such file or directory");
}

}  // namespace
}  // namespace hull::host
