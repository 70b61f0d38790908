// SPDX-License-Identifier: Apache-2.0
#include "sys/spawn.h"

#include <doctest/doctest.h>

#include <csignal>

#include "kit/power.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

Outcome outcome_of(const Program& program) {
  auto outcome = run(program);
  REQUIRE_MESSAGE(outcome, (outcome ? "" : outcome.error().message()));
  return std::move(outcome).value();
}

Program shell(const std::string& script) {
  return {.path = "/bin/sh", .args = {"sh", "-c", script}};
}

TEST_CASE("a program's exit status and output are told") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome = outcome_of(shell("echo to the output; echo to the error >&2; exit 3"));
  CHECK(outcome.exit.status == 3);
  CHECK(outcome.exit.code() == 3);
  CHECK(outcome.output == "to the output\nto the error\n");
  CHECK(!outcome.timed_out);
}

TEST_CASE("a program's output can go elsewhere, the whole of it") {
  if (kit::lacks({kit::kClone3})) return;
  auto file = memory_file("");
  REQUIRE(file);
  Program program = shell("head -c 100000 /dev/zero; echo to the error >&2");
  program.output = FdRef(*file);
  CHECK(outcome_of(program).output == "to the error\n");
  REQUIRE(rewind(*file));
  CHECK(read_all(*file)->size() == 100000);
}

TEST_CASE("a program that a signal ends is told apart") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome = outcome_of(shell("kill -TERM $$"));
  CHECK(outcome.exit.signal == SIGTERM);
  CHECK(outcome.exit.code() == 128 + SIGTERM);
}

TEST_CASE("only the last 4 KiB of the output are kept") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome =
      outcome_of(shell("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done; echo end"));
  CHECK(outcome.output.size() == 4096);
  CHECK(outcome.output.ends_with("line 1999\nend\n"));
}

TEST_CASE("a program reads its input to the end, or leaves it") {
  if (kit::lacks({kit::kClone3})) return;
  Program cat = shell("cat");
  cat.input = "the state";
  CHECK(outcome_of(cat).output == "the state");
  Program deaf = shell("exit 0");
  deaf.input = std::string(1 << 20, 'x');
  CHECK(outcome_of(deaf).exit.code() == 0);
}

TEST_CASE("the environment is exactly the given one") {
  if (kit::lacks({kit::kClone3})) return;
  Program program = {.path = "/usr/bin/env", .args = {"env"}, .env = {"A=1", "B=2"}};
  CHECK(outcome_of(program).output == "A=1\nB=2\n");
}

TEST_CASE("a program has no descriptors but the standard ones") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome =
      outcome_of(shell("for fd in /proc/self/fd/*; do [ -e $fd ] && echo ${fd##*/}; done"));
  CHECK(outcome.output == "0\n1\n2\n");
}

TEST_CASE("a program that runs too long is killed with its process group") {
  if (kit::lacks({kit::kClone3})) return;
  // The second sleep would keep the pipe open.
  Program program = shell("sleep 1000 & sleep 1000");
  program.timeout = std::chrono::seconds(1);
  Outcome outcome = outcome_of(program);
  CHECK(outcome.timed_out);
  CHECK(outcome.exit.signal == SIGKILL);
}

TEST_CASE("what a program leaves running is not waited for") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome = outcome_of(shell("sleep 1000 & echo $!"));
  CHECK(outcome.exit.code() == 0);
  const pid_t left = static_cast<pid_t>(std::stol(outcome.output));
  REQUIRE(left > 1);
  CHECK(::kill(left, SIGKILL) == 0);
}

TEST_CASE("a program that closes its output may run on") {
  if (kit::lacks({kit::kClone3})) return;
  Outcome outcome = outcome_of(shell("exec >&- 2>&-; sleep 0.1; exit 4"));
  CHECK(outcome.exit.code() == 4);
  CHECK(outcome.output.empty());
}

TEST_CASE("a program that cannot be executed is a failure with the kernel's reason") {
  if (kit::lacks({kit::kClone3})) return;
  auto absent = run({.path = "/no/such/program"});
  REQUIRE(!absent);
  CHECK(absent.error().message() == "execve('/no/such/program'): no such file or directory");
  auto directory = run({.path = "/"});
  REQUIRE(!directory);
  CHECK(directory.error().message() == "execve('/'): permission denied");
}

TEST_CASE("without arguments the path is the first one") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(outcome_of({.path = "/bin/pwd"}).exit.code() == 0);
}

}  // namespace
}  // namespace hull::sys
