// SPDX-License-Identifier: Apache-2.0
#include "cmd/list.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

spec::State web() {
  spec::State state;
  state.oci_version = "1.3.0";
  state.id = "web";
  state.pid = 4711;
  state.status = "running";
  state.bundle = "/srv/a-long-directory";
  state.created = "2026-01-31T13:02:03Z";
  state.owner = "root";
  return state;
}

TEST_CASE("the table's columns are twelve wide, or three wider than what they hold") {
  CHECK(table({}) == "ID          PID         STATUS      BUNDLE      CREATED     OWNER\n");
  CHECK(
      table({web()}) ==
      "ID          PID         STATUS      BUNDLE                  CREATED                OWNER\n"
      "web         4711        running     /srv/a-long-directory   2026-01-31T13:02:03Z   root\n");
}

TEST_CASE("a stopped container has the process id 0 in the table") {
  spec::State stopped = web();
  stopped.pid = std::nullopt;
  CHECK(table({stopped}).find("\nweb         0           ") != std::string::npos);
}

TEST_CASE("the array is one line, and empty brackets without containers") {
  CHECK(array({}) == "[]\n");
  std::string one = array({web()});
  CHECK(one.starts_with(R"([{"ociVersion":"1.3.0","id":"web","pid":4711,"status":"running",)"));
  CHECK(one.ends_with("}]\n"));
  std::string two = array({web(), web()});
  CHECK(two.find("},{") != std::string::npos);
}

TEST_CASE("a bundle's control characters are visible in the table") {
  spec::State state;
  state.id = "web";
  state.bundle = "/b\033[2J\n";
  CHECK(table({state}).find("/b\\x1b[2J\\x0a ") != std::string::npos);
}

TEST_CASE("ids stand one on a line") {
  CHECK(ids({}) == "");
  CHECK(ids({web(), web()}) == "web\nweb\n");
}

}  // namespace
}  // namespace hull::cmd
