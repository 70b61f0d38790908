// SPDX-License-Identifier: Apache-2.0
#include "cmd/ps_table.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

std::string lines(const std::vector<pid_t>& pids, std::string_view table) {
  auto found = lines_of(pids, table);
  return found ? *found : found.error().message();
}

TEST_CASE("process ids as JSON stand on one line") {
  CHECK(array({}) == "[]\n");
  CHECK(array({7, 12345}) == "[7,12345]\n");
}

TEST_CASE("of a table the heading and the lines of the given processes are left") {
  constexpr std::string_view kFull =
      "UID          PID    PPID  C STIME TTY          TIME CMD\n"
      "root           1       0  0 20:00 ?        00:00:01 /sbin/init 42\n"
      "root          42       1  0 20:01 ?        00:00:00 sh -c echo 1\n"
      "root         142      42  0 20:01 ?        00:00:00 sleep 42\n";
  CHECK(lines({42, 142}, kFull) ==
        "UID          PID    PPID  C STIME TTY          TIME CMD\n"
        "root          42       1  0 20:01 ?        00:00:00 sh -c echo 1\n"
        "root         142      42  0 20:01 ?        00:00:00 sleep 42\n");
  CHECK(lines({}, kFull) == "UID          PID    PPID  C STIME TTY          TIME CMD\n");
}

TEST_CASE("the column PID is found wherever it stands") {
  CHECK(lines({42}, "    PID TTY\n     42 ?\n      1 ?\n") == "    PID TTY\n     42 ?\n");
  CHECK(lines({42}, "   PPID     PID\n     42       1\n      1      42\n") ==
        "   PPID     PID\n      1      42\n");
  // Behind a column with blanks in it.
  CHECK(lines({42},
              "CMD                             PID\n"
              "sh -c sleep 1                    42\n"
              "sh -c 42                          1\n") ==
        "CMD                             PID\nsh -c sleep 1                    42\n");
}

TEST_CASE("a line that something wide has shifted is counted by words") {
  CHECK(lines({42},
              "F   UID     PID    PPID\n"
              "4     0       1       0\n"
              "4 1000000000      42       1\n") ==
        "F   UID     PID    PPID\n4 1000000000      42       1\n");
}

TEST_CASE("control characters in a command line are visible") {
  CHECK(*lines_of({7}, "PID CMD\n  7 a\033[2J\n") == "PID CMD\n  7 a\\x1b[2J\n");
}

TEST_CASE("a table without the column is refused") {
  CHECK(lines({42}, "TTY CMD\n? 42\n") ==
        "its output has no column PID; choose a format of ps that has one");
  CHECK(lines({42}, "") == "its output has no column PID; choose a format of ps that has one");
}

}  // namespace
}  // namespace hull::cmd
