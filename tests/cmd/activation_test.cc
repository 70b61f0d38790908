// SPDX-License-Identifier: Apache-2.0
#include "cmd/activation.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

TEST_CASE("descriptors meant for us are passed on, and the process is told") {
  Activation found =
      activation({.listen_pid = "42", .listen_fds = "2", .listen_fdnames = "web:tls"}, 42).value();
  CHECK(found.count == 2);
  CHECK(found.environment ==
        std::vector<std::string>{"LISTEN_FDS=2", "LISTEN_PID=1", "LISTEN_FDNAMES=web:tls"});
}

TEST_CASE("names may be missing") {
  Activation found = activation({.listen_pid = "42", .listen_fds = "1"}, 42).value();
  CHECK(found.environment == std::vector<std::string>{"LISTEN_FDS=1", "LISTEN_PID=1"});
}

TEST_CASE("descriptors meant for another process are none of ours") {
  for (const char* pid : {"", "41", "042", "x"}) {
    Activation found = activation({.listen_pid = pid, .listen_fds = "2"}, 42).value();
    CHECK(found.count == 0);
    CHECK(found.environment.empty());
  }
  CHECK(activation({.listen_pid = "42", .listen_fds = "0"}, 42).value().environment.empty());
}

TEST_CASE("a count that is no number is refused") {
  for (std::string fds : {"", "x", "-1", "4294967296"}) {
    Result<Activation> found = activation({.listen_pid = "42", .listen_fds = fds}, 42);
    REQUIRE_FALSE(found);
    CHECK(found.error().message() == "LISTEN_FDS: '" + fds + "' is not a number");
  }
}

}  // namespace
}  // namespace hull::cmd
