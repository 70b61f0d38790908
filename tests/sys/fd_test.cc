// SPDX-License-Identifier: Apache-2.0
#include "sys/fd.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>

#include "sys/file.h"
#include "sys/process.h"

namespace hull::sys {
namespace {

bool is_open(int number) {
  return ::fcntl(number, F_GETFD) >= 0;
}

Fd null() {
  auto fd = open_at(FdRef::cwd(), "/dev/null", O_RDONLY);
  REQUIRE(fd);
  return std::move(fd).value();
}

TEST_CASE("an owner closes its descriptor when it ends") {
  int number = -1;
  {
    Fd fd = null();
    number = fd.number();
    CHECK(is_open(number));
  }
  CHECK(!is_open(number));
}

TEST_CASE("a moved descriptor has one owner") {
  Fd first = null();
  const int number = first.number();
  Fd second = std::move(first);
  CHECK(!first.is_open());
  CHECK(second.number() == number);
  first.close();
  CHECK(is_open(number));
}

TEST_CASE("a released descriptor is not closed") {
  Fd fd = null();
  const int number = fd.release();
  fd.close();
  CHECK(is_open(number));
  ::close(number);
}

TEST_CASE("a duplicate is another descriptor, close-on-exec as every one") {
  Fd fd = null();
  auto copy = duplicate(fd);
  REQUIRE(copy);
  CHECK(copy->number() != fd.number());
  CHECK(::fcntl(copy->number(), F_GETFD) == FD_CLOEXEC);
}

TEST_CASE("a closed descriptor cannot be duplicated") {
  auto copy = duplicate(FdRef(1000));
  REQUIRE(!copy);
  CHECK(copy.error().message() == "fcntl(1000, F_DUPFD_CLOEXEC): bad file descriptor");
}

TEST_CASE("close_all_but closes all but the standard three and those that are named") {
  // In a child: doctest has descriptors of its own.
  pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (int number : {40, 41, 42, 43}) ::dup2(STDERR_FILENO, number);
    if (!close_all_but({42, -1, 40, 1})) ::_exit(1);
    const bool right = is_open(0) && is_open(1) && is_open(2) && is_open(40) && !is_open(41) &&
                       is_open(42) && !is_open(43) && !is_open(3);
    ::_exit(right ? 0 : 2);
  }
  auto process = Process::open(child);
  REQUIRE(process);
  CHECK(process->wait()->code() == 0);
}

}  // namespace
}  // namespace hull::sys
