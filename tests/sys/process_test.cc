// SPDX-License-Identifier: Apache-2.0
#include "sys/process.h"

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <thread>

#include "base/text.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "sys/clone.h"

namespace hull::sys {
namespace {

Proc proc() {
  auto opened = Proc::open();
  REQUIRE(opened);
  return std::move(opened).value();
}

/// A child that waits to be killed.
Child sleeper() {
  auto child = clone(0, std::nullopt);
  REQUIRE(child);
  if (!*child)
    while (true) ::pause();
  return std::move(**child);
}

TEST_CASE("a process is found by its number and start time") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = sleeper();
  auto started = start_time(proc(), child.pid());
  REQUIRE((started && *started));
  auto found = Process::find(proc(), child.pid(), **started);
  REQUIRE(found);
  REQUIRE(*found);
  CHECK((*found)->pid() == child.pid());
}

TEST_CASE("a process with another start time is not the one that was meant") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = sleeper();
  auto started = start_time(proc(), child.pid());
  auto found = Process::find(proc(), child.pid(), **started + 1);
  REQUIRE(found);
  CHECK(!*found);
}

TEST_CASE("a zombie has no start time and is not found") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = sleeper();
  auto started = start_time(proc(), child.pid());
  REQUIRE(child.process().signal(SIGKILL));
  auto ended = child.process().ended(-1);
  CHECK(*ended);
  auto now = start_time(proc(), child.pid());
  REQUIRE(now);
  CHECK(!*now);
  CHECK(!*Process::find(proc(), child.pid(), **started));
}

/// Whether `pid` has installed its handler of SIGUSR1.
bool catches(pid_t pid) {
  auto status = proc().read(format("{}/status", pid));
  REQUIRE(status);
  const auto at = status->find("SigCgt:");
  REQUIRE(at != std::string::npos);
  const auto caught = std::stoull(status->substr(at + 7), nullptr, 16);
  return (caught >> (SIGUSR1 - 1) & 1) != 0;
}

/// A child that ends with `status` when it gets SIGUSR1, and by any other signal.
Child leaver(int status) {
  static volatile sig_atomic_t to_return;
  to_return = status;
  auto child = clone(0, std::nullopt);
  REQUIRE(child);
  if (!*child) {
    std::signal(SIGUSR1, [](int) { ::_exit(to_return); });
    while (true) ::pause();
  }
  return std::move(**child);
}

TEST_CASE("how a process ended is told to others than its parent, while it is a zombie") {
  if (kit::lacks({kit::kClone3})) return;
  for (int signal : {SIGUSR1, SIGKILL}) {
    Child child = leaver(42);
    auto started = start_time(proc(), child.pid());
    REQUIRE((started && *started));
    auto other = Process::open(child.pid());
    REQUIRE(other);
    while (signal == SIGUSR1 && !catches(child.pid())) std::this_thread::yield();
    REQUIRE(child.process().signal(signal));
    auto exit = other->watch(proc(), **started);
    REQUIRE(exit);
    REQUIRE(*exit);
    CHECK((*exit)->code() == (signal == SIGUSR1 ? 42 : 128 + SIGKILL));
  }
}

TEST_CASE("how a process ended that was reaped is told where the kernel keeps it") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = leaver(7);
  auto started = start_time(proc(), child.pid());
  REQUIRE((started && *started));
  auto other = Process::open(child.pid());
  REQUIRE(other);
  while (!catches(child.pid())) std::this_thread::yield();
  REQUIRE(child.process().signal(SIGUSR1));
  REQUIRE(child.wait()->status == 7);
  auto exit = other->watch(proc(), **started);
  REQUIRE(exit);
  if (!*exit) return kit::skip("a kernel that keeps the exit status of what was reaped (6.15)");
  CHECK((*exit)->status == 7);
}

TEST_CASE("a name with blanks and brackets does not move the start time") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = [] {
    auto made = clone(0, std::nullopt);
    REQUIRE(made);
    if (!*made) {
      ::prctl(PR_SET_NAME, "a ) Z 1 (");
      while (true) ::pause();
    }
    return std::move(**made);
  }();
  Child plain = sleeper();
  auto odd = start_time(proc(), child.pid());
  auto even = start_time(proc(), plain.pid());
  REQUIRE((odd && *odd && even && *even));
  CHECK(**odd <= **even);
  CHECK(**even - **odd < 1000);
}

TEST_CASE("a process that is gone cannot be opened or signalled") {
  if (kit::lacks({kit::kClone3})) return;
  Child child = sleeper();
  const pid_t pid = child.pid();
  auto process = Process::open(pid);
  REQUIRE(process);
  REQUIRE(process->signal(SIGKILL));
  CHECK(child.wait()->signal == SIGKILL);
  auto sent = process->signal(SIGTERM);
  REQUIRE(!sent);
  CHECK(sent.error().message() ==
        "pidfd_send_signal(" + std::to_string(pid) + ", 15): no such process");
  auto opened = Process::open(pid);
  REQUIRE(!opened);
  CHECK(opened.error().message() == "pidfd_open(" + std::to_string(pid) + "): no such process");
}

TEST_CASE("a number that is only a thread's is no process") {
  if (kit::lacks({kit::kClone3})) return;
  std::promise<pid_t> number;
  std::promise<void> done;
  std::thread thread([&] {
    number.set_value(::gettid());
    done.get_future().wait();
  });
  auto opened = Process::open(number.get_future().get());
  done.set_value();
  thread.join();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().is(ESRCH));
}

TEST_CASE("a number that is only a session's any more is no process") {
  if (kit::lacks({kit::kClone3})) return;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  auto leader = clone(0, std::nullopt);
  REQUIRE(leader);
  if (!*leader) {
    ::setsid();
    // Who stays behind keeps the session's number in use.
    if (::fork() == 0) {
      pid_t own = ::getpid();
      if (::write(ready[1], &own, sizeof own) < 0) ::_exit(1);
      while (true) ::pause();
    }
    ::_exit(0);
  }
  pid_t member = 0;
  REQUIRE(::read(ready[0], &member, sizeof member) == sizeof member);
  pid_t number = (*leader)->pid();
  CHECK((*leader)->wait());
  auto opened = Process::open(number);
  ::kill(member, SIGKILL);
  ::close(ready[0]);
  ::close(ready[1]);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().is(ESRCH));
}

TEST_CASE("a child that is dropped is killed and reaped, one that is kept is not") {
  if (kit::lacks({kit::kClone3})) return;
  pid_t dropped = 0;
  {
    Child child = sleeper();
    dropped = child.pid();
  }
  CHECK(::kill(dropped, 0) < 0);
  Process kept;
  {
    Child child = sleeper();
    kept = child.keep();
  }
  CHECK(*kept.ended(0) == false);
  REQUIRE(kept.signal(SIGKILL));
  CHECK(kept.wait()->signal == SIGKILL);
}

TEST_CASE("a child that asked for it ends with its parent") {
  if (kit::lacks({kit::kClone3})) return;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  auto parent = clone(0, std::nullopt);
  REQUIRE(parent);
  if (!*parent) {
    auto child = clone(0, std::nullopt);
    if (child && !*child) {
      ignore(end_with_parent(true), "the test shows it");
      char ready = 'r';
      if (::write(ends[1], &ready, 1) != 1) ::_exit(1);
      while (true) ::pause();
    }
    while (true) ::pause();
  }
  ::close(ends[1]);
  char ready = 0;
  REQUIRE(::read(ends[0], &ready, 1) == 1);
  REQUIRE((*parent)->process().signal(SIGKILL));
  REQUIRE((*parent)->wait());
  // The end of file comes when the last holder of the other end has ended.
  CHECK(::read(ends[0], &ready, 1) == 0);
  ::close(ends[0]);
}

}  // namespace
}  // namespace hull::sys
