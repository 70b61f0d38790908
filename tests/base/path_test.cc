// SPDX-License-Identifier: Apache-2.0
#include "base/path.h"

#include <doctest/doctest.h>

namespace hull {

TEST_CASE("cleaning resolves dots by text alone") {
  CHECK(path::clean("/a//b/./c/../d/") == "/a/b/d");
  CHECK(path::clean("/../../x") == "/x");
  CHECK(path::clean("../a/..") == "..");
  CHECK(path::clean("a/..") == ".");
  CHECK(path::clean("") == ".");
  CHECK(path::clean("/") == "/");
}

TEST_CASE("joining keeps an absolute path, below does not") {
  CHECK(path::join("/r", "a") == "/r/a");
  CHECK(path::join("/r", "/a") == "/a");
  CHECK(path::below("/r/", "//a") == "/r/a");
}

TEST_CASE("within means the directory itself or below, not a shared prefix") {
  CHECK(path::is_within("/proc/sys", "/proc"));
  CHECK(path::is_within("/proc", "/proc"));
  CHECK_FALSE(path::is_within("/procfs", "/proc"));
  CHECK(path::is_within("/anything", "/"));
}

TEST_CASE("parent and name split at the last slash") {
  CHECK(path::parent("/a/b") == "/a");
  CHECK(path::parent("/a") == "/");
  CHECK(path::parent("a") == ".");
  CHECK(path::name("/a/b") == "b");
  CHECK(path::name("b") == "b");
}

}  // namespace hull
