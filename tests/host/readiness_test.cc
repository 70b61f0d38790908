// SPDX-License-Identifier: Apache-2.0
#include "host/readiness.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "kit/namespaces.h"
#include "sys/file.h"
#include "sys/socket.h"

namespace hull::host {
namespace {

/// A service manager and the container's directory.
struct Both {
  kit::Directory directory;
  sys::Fd inside, manager;
  Both() {
    auto opened = sys::open_at(sys::FdRef::cwd(), directory.path(), O_RDONLY | O_DIRECTORY);
    REQUIRE(opened);
    inside = std::move(*opened);
    auto bound = sys::bind_datagram(inside, "manager", 0600);
    REQUIRE(bound);
    manager = std::move(*bound);
  }
  Readiness listen() {
    auto listening = Readiness::listen(inside, directory.path("manager"));
    REQUIRE(listening);
    return std::move(*listening);
  }
  /// As the container says it.
  void say(std::string_view text) {
    REQUIRE(sys::send_datagram(directory.path(Readiness::kSocket), text));
  }
  sys::Message told() {
    auto message = sys::receive(manager, 4096);
    REQUIRE(message);
    REQUIRE(*message);
    return std::move(**message);
  }
};

TEST_CASE("READY=1 is one line of a message, and nothing else is") {
  CHECK(says_ready("READY=1"));
  CHECK(says_ready("STATUS=up\nREADY=1\n"));
  CHECK_FALSE(says_ready("READY=0"));
  CHECK_FALSE(says_ready("READY=10"));
  CHECK_FALSE(says_ready("STATUS=READY=1"));
  CHECK_FALSE(says_ready(""));
}

TEST_CASE("the socket is there for any user, whatever the umask") {
  Both both;
  const mode_t before = ::umask(077);
  Readiness readiness = both.listen();
  ::umask(before);
  auto st = sys::status(both.inside, Readiness::kSocket);
  REQUIRE(st);
  CHECK((st->st_mode & 07777) == 0666);
}

TEST_CASE("what is no READY=1, too long or empty, is taken and passed by") {
  Both both;
  Readiness readiness = both.listen();
  for (const std::string& text :
       {std::string("STATUS=x"), std::string(), std::string(5000, 'x'), std::string("MAINPID=1")}) {
    both.say(text);
    auto ready = readiness.take();
    REQUIRE(ready);
    CHECK_FALSE(*ready);
  }
  both.say("READY=1");
  CHECK(*readiness.take());
}

TEST_CASE("the service manager hears of the process that we name") {
  Both both;
  Readiness readiness = both.listen();
  REQUIRE(readiness.forward(4711, false));
  CHECK(both.told().text == "MAINPID=4711\nREADY=1");
}

TEST_CASE("one who ends soon stays until what it said was read") {
  Both both;
  Readiness readiness = both.listen();
  std::string first, second;
  std::thread manager([&] {
    first = both.told().text;
    sys::Message barrier = both.told();
    second = barrier.text + (barrier.fds.size() == 1 ? " with a descriptor" : "");
  });
  auto told = readiness.forward(4711, true);
  manager.join();
  CHECK(told);
  CHECK(first == "MAINPID=4711\nREADY=1");
  CHECK(second == "BARRIER=1 with a descriptor");
}

TEST_CASE("an abstract name is a service manager's too") {
  Both both;
  const std::string name = "@hull-test-" + std::to_string(::getpid());
  auto listening = Readiness::listen(both.inside, name);
  REQUIRE(!listening);
  CHECK(listening.error().message() ==
        "NOTIFY_SOCKET: connect('" + name + "'): connection refused");
}

TEST_CASE("where nobody listens is said before anything waits") {
  Both both;
  auto listening = Readiness::listen(both.inside, both.directory.path("nobody"));
  REQUIRE(!listening);
  CHECK(listening.error().message() == "NOTIFY_SOCKET: connect('" + both.directory.path("nobody") +
                                           "'): no such file or directory");
  CHECK_FALSE(sys::status(both.inside, Readiness::kSocket));
}

}  // namespace
}  // namespace hull::host
