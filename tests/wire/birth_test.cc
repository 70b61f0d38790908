// SPDX-License-Identifier: Apache-2.0
#include "wire/birth.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "kit/namespaces.h"
#include "kit/skip.h"

namespace hull::wire {
namespace {

Birth birth() {
  auto made = Birth::make();
  REQUIRE(made);
  return std::move(made).value();
}

/// How a child ended that ran `part`.
template <class Part>
int status_of(Part part) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    part();
    ::_exit(0);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

TEST_CASE("what a stage says is read by the host") {
  const Birth born = birth();
  CHECK(born.pid() == 0);
  CHECK(born.listener() == -1);
  CHECK(!born.has_failed());
  REQUIRE(status_of([&] {
            born.announce_listener(7);
            born.tell_born(4711);
          }) == 0);
  CHECK(born.pid() == 4711);
  CHECK(born.listener() == 7);
}

TEST_CASE("a failure comes with its attempts and its number, and is no birth") {
  const Birth born = birth();
  REQUIRE(status_of([&] {
            born.tell_failed(Error::system("clone", EAGAIN).context("the process"));
          }) == 0);
  REQUIRE(born.has_failed());
  CHECK(born.pid() == 0);
  CHECK(born.failure().is(EAGAIN));
  CHECK(born.failure().message() == "the process: clone: resource temporarily unavailable");
}

TEST_CASE("a failure that is too long for the page is cut") {
  const Birth born = birth();
  born.tell_failed(Error::refused(std::string(5000, 'x')));
  CHECK(born.failure().message() == std::string(511, 'x'));
}

TEST_CASE("a stage without room is heard once") {
  const Birth born = birth();
  REQUIRE(status_of([&] { born.tell_crowded(); }) == 0);
  CHECK(born.take_crowded());
  CHECK(!born.take_crowded());
}

/// qemu-user passes over the advice.
bool can_keep_from_children() {
  void* memory = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  REQUIRE(memory != MAP_FAILED);
  REQUIRE(::madvise(memory, 1, MADV_DONTFORK) == 0);
  const int status = status_of([&] {
    ::signal(SIGSEGV, SIG_DFL);
    *static_cast<volatile char*>(memory) = 1;
  });
  ::munmap(memory, 1);
  return WIFSIGNALED(status);
}

TEST_CASE("what a stage clones after hiding the page has none") {
  if (!can_keep_from_children()) return kit::skip("madvise(MADV_DONTFORK)");
  const Birth born = birth();
  CHECK(kit::in_child([&] {
          if (auto hidden = born.hide(); !hidden) return kit::message_of(hidden);
          const int status = status_of([&] {
            ::signal(SIGSEGV, SIG_DFL);
            born.tell_born(1);
          });
          born.tell_born(2);
          return std::string(WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV ? "no page"
                                                                                : "page");
        }) == "no page");
  CHECK(born.pid() == 2);
}

}  // namespace
}  // namespace hull::wire
