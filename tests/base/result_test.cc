// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <memory>
#include <string>

namespace hull {
namespace {

Result<std::unique_ptr<int>> boxed(int n) {
  if (n < 0) return Error::refused("negative");
  return std::make_unique<int>(n);
}

Result<int> doubled(int n) {
  auto box = TRY(boxed(n).context("boxing"));
  return *box * 2;
}

Result<void> checked(int n) {
  TRY(doubled(n));
  return {};
}

TEST_CASE("TRY hands over a move-only value") {
  Result<int> result = doubled(21);
  REQUIRE(result);
  CHECK(*result == 42);
}

TEST_CASE("TRY returns the error with the context that was added") {
  Result<int> result = doubled(-1);
  REQUIRE_FALSE(result);
  CHECK(result.error().message() == "boxing: negative");
  CHECK_FALSE(checked(-1));
  CHECK(checked(1));
}

TEST_CASE("a context that is a callable runs only on failure") {
  int calls = 0;
  auto attempt = [&] {
    ++calls;
    return std::string("counting");
  };
  CHECK(boxed(1).context(attempt));
  CHECK(calls == 0);
  CHECK(boxed(-1).context(attempt).error().message() == "counting: negative");
  CHECK(calls == 1);
}

TEST_CASE("an error answers for its errno only") {
  Error error = Error::system("open('/x')", ENOENT);
  CHECK(error.is(ENOENT));
  CHECK_FALSE(error.is(EPERM));
  CHECK_FALSE(Error::refused("no").is(0));
}

}  // namespace
}  // namespace hull
