// SPDX-License-Identifier: Apache-2.0
#include "sys/trace.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "sys/clone.h"

namespace hull::sys {
namespace {

struct Pipe {
  Fd reader, writer;
  Pipe() {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    reader = Fd(ends[0]);
    writer = Fd(ends[1]);
  }
  bool has_word(int timeout_ms) const {
    pollfd watched = {reader.number(), POLLIN, 0};
    return ::poll(&watched, 1, timeout_ms) == 1 && (watched.revents & POLLIN) != 0;
  }
  bool take() const {
    char byte = 0;
    return ::read(reader.number(), &byte, 1) == 1;
  }
  void tell() const {
    char byte = '1';
    if (::write(writer.number(), &byte, 1) != 1) ::_exit(1);
  }
};

/// A child that waits for a word of `go`, then clones one that tells `born` and ends, and ends.
Child stage(const Pipe& go, const Pipe& born) {
  auto child = clone(0, std::nullopt);
  REQUIRE(child);
  if (!*child) {
    if (!go.take()) ::_exit(1);
    if (::syscall(SYS_clone, CLONE_PARENT, 0, 0, 0, 0) == 0) born.tell();
    ::_exit(0);
  }
  return std::move(**child);
}

TEST_CASE("what a traced child clones does not run before its tracer lets it") {
  if (kit::lacks({kit::kClone3, kit::kPtrace})) return;
  const Pipe go, born;
  Child child = stage(go, born);
  pid_t pid = 0;
  {
    auto traced = Traced::seize(child.process());
    REQUIRE(traced);
    go.tell();
    auto cloned = traced->await_clone();
    REQUIRE(cloned);
    pid = *cloned;
    CHECK(pid != child.pid());
    CHECK(!born.has_word(0));
    traced->let_live();
  }
  CHECK(born.take());
  auto process = Process::open(pid);
  REQUIRE(process);
  CHECK(process->wait()->code() == 0);
  CHECK(child.wait()->code() == 0);
}

TEST_CASE("what was cloned and not let live is killed") {
  if (kit::lacks({kit::kClone3, kit::kPtrace})) return;
  const Pipe go, born;
  Child child = stage(go, born);
  pid_t pid = 0;
  {
    auto traced = Traced::seize(child.process());
    REQUIRE(traced);
    go.tell();
    auto cloned = traced->await_clone();
    REQUIRE(cloned);
    pid = *cloned;
  }
  CHECK(!born.has_word(0));
  auto process = Process::open(pid);
  CHECK((!process && process.error().is(ESRCH)));
}

TEST_CASE("a traced child that ends before it clones is told of, and reaped by whoever waits") {
  if (kit::lacks({kit::kClone3, kit::kPtrace})) return;
  const Pipe go, born;
  Child child = stage(go, born);
  auto traced = Traced::seize(child.process());
  REQUIRE(traced);
  REQUIRE(child.process().signal(SIGKILL));
  auto cloned = traced->await_clone();
  REQUIRE(!cloned);
  CHECK(cloned.error().message() == "it ended before it cloned");
  CHECK(child.wait()->signal == SIGKILL);
}

TEST_CASE("a child whose end its tracer keeps to itself holds nobody up") {
  if (kit::lacks({kit::kClone3, kit::kPtrace})) return;
  const Pipe go, seized;
  CHECK(kit::in_child([&] {
          Child child = stage(go, go);
          const pid_t tracer = ::fork();
          if (tracer == 0) {
            auto traced = Traced::seize(child.process());
            if (traced) seized.tell();
            while (true) ::pause();
          }
          if (!seized.take()) return std::string("not seized");
          { const Child gone = std::move(child); }
          ::kill(tracer, SIGKILL);
          return std::string("went on");
        }) == "went on");
}

TEST_CASE("a child that somebody traces cannot be seized") {
  if (kit::lacks({kit::kClone3, kit::kPtrace})) return;
  const Pipe go, born;
  Child child = stage(go, born);
  auto first = Traced::seize(child.process());
  REQUIRE(first);
  auto second = Traced::seize(child.process());
  REQUIRE(!second);
  CHECK(second.error().is(EPERM));
}

}  // namespace
}  // namespace hull::sys
