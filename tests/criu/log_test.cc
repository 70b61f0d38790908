// SPDX-License-Identifier: Apache-2.0
#include "criu/log.h"

#include <doctest/doctest.h>

namespace hull::criu {

TEST_CASE("the errors of a log are told on one line, without their times") {
  CHECK(
      errors_of("(00.000001) Version: 4.1\n"
                "(00.132682)      1: Error (criu/files-reg.c:1790): Can't look up\n"
                "(00.132700) Warn  (criu/net.c:1): no matter\n"
                "Error: ipv4: Address already assigned.\n"
                "(00.392162) Error (criu/cr-dump.c:2111): Dumping FAILED.\n") ==
      "Error (criu/files-reg.c:1790): Can't look up; Error (criu/cr-dump.c:2111): Dumping FAILED.");
  CHECK(errors_of("(00.000001) fine\n") == "");
  CHECK(errors_of("") == "");
}

TEST_CASE("of many errors the first are told") {
  std::string log;
  for (int i = 1; i < 10; ++i) log += "(0) Error (a.c:" + std::to_string(i) + "): x\n";
  CHECK(errors_of(log) == "Error (a.c:1): x; Error (a.c:2): x; Error (a.c:3): x; Error (a.c:4): x");
}

}  // namespace hull::criu
