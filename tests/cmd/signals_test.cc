// SPDX-License-Identifier: Apache-2.0
#include "cmd/signals.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

namespace hull::cmd {
namespace {

int number(std::string_view text) {
  Result<int> found = signal_number(text);
  return found ? *found : -1;
}

TEST_CASE("a signal is a number, or a name with or without SIG in any case") {
  CHECK(number("9") == 9);
  CHECK(number("0") == 0);
  CHECK(number("64") == 64);
  for (const char* name : {"TERM", "SIGTERM", "term", "sigterm", "SigTerm"})
    CHECK(number(name) == SIGTERM);
  CHECK(number("USR1") == SIGUSR1);
  CHECK(number("STKFLT") == SIGSTKFLT);
}

TEST_CASE("second names of signals are known") {
  CHECK(number("IOT") == SIGABRT);
  CHECK(number("SIGCLD") == SIGCHLD);
  CHECK(number("IO") == SIGIO);
  CHECK(number("POLL") == SIGIO);
}

TEST_CASE("real-time signals count from both ends") {
  CHECK(number("RTMIN") == SIGRTMIN);
  CHECK(number("SIGRTMIN+3") == SIGRTMIN + 3);
  CHECK(number("rtmax-1") == SIGRTMAX - 1);
  CHECK(number("RTMIN+30") == SIGRTMAX);
}

TEST_CASE("what names no signal is refused") {
  for (const char* text : {"", "SIG", "FOO", "65", "-1", "+9", "9x", "RTMIN-1", "RTMAX+1",
                           "RTMIN+31", "RTMIN+", "SIGSIGTERM", " 9"}) {
    Result<int> found = signal_number(text);
    REQUIRE_FALSE(found);
    CHECK(found.error().message() == std::string("unknown signal '") + text + "'");
  }
}

}  // namespace
}  // namespace hull::cmd
