// SPDX-License-Identifier: Apache-2.0
#include "sys/alarm.h"

#include <doctest/doctest.h>
#include <poll.h>

#include "sys/file.h"

namespace hull::sys {

TEST_CASE("an event counts how often it was set off, once") {
  auto event = make_event();
  REQUIRE(event);
  CHECK(*take(*event) == 0);
  const std::uint64_t two = 2;
  REQUIRE(write_all(*event, {reinterpret_cast<const char*>(&two), sizeof two}));
  CHECK(*take(*event) == 2);
  CHECK(*take(*event) == 0);
}

TEST_CASE("a ticker wakes poll again and again") {
  auto ticker = make_ticker(std::chrono::milliseconds(1));
  REQUIRE(ticker);
  pollfd watched = {ticker->number(), POLLIN, 0};
  for (int i = 0; i < 3; ++i) {
    CHECK(::poll(&watched, 1, -1) == 1);
    CHECK(*take(*ticker) >= 1);
  }
}

TEST_CASE("a long interval is no short one") {
  auto ticker = make_ticker(std::chrono::hours(100000));
  REQUIRE(ticker);
  CHECK(*take(*ticker) == 0);
}

}  // namespace hull::sys
