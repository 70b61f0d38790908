// SPDX-License-Identifier: Apache-2.0
#include "sys/socket.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "kit/namespaces.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

std::pair<Fd, Fd> pair() {
  auto ends = socket_pair();
  REQUIRE(ends);
  return std::move(ends).value();
}

TEST_CASE("a message comes as it was sent, with the sender's pid") {
  auto [host, child] = pair();
  REQUIRE(send(child, "one", {}));
  REQUIRE(send(child, "two", {}));
  auto first = receive(host, 100);
  auto second = receive(host, 100);
  REQUIRE((first && *first && second && *second));
  CHECK((*first)->text == "one");
  CHECK((*second)->text == "two");
  CHECK((*first)->sender == ::getpid());
}

TEST_CASE("descriptors travel with a message and are close-on-exec") {
  auto [host, child] = pair();
  auto root = open_at(FdRef::cwd(), "/", O_PATH);
  auto null = open_at(FdRef::cwd(), "/dev/null", O_RDONLY);
  const FdRef passengers[] = {*root, *null};
  REQUIRE(send(host, "two", passengers));
  auto message = receive(child, 100);
  REQUIRE((message && *message));
  REQUIRE((*message)->fds.size() == 2);
  for (const Fd& fd : (*message)->fds) CHECK(::fcntl(fd.number(), F_GETFD) == FD_CLOEXEC);
  CHECK(S_ISDIR(status((*message)->fds[0], "")->st_mode));
  CHECK(S_ISCHR(status((*message)->fds[1], "")->st_mode));
}

TEST_CASE("one message takes 253 descriptors and no more") {
  auto [host, child] = pair();
  auto null = open_at(FdRef::cwd(), "/dev/null", O_RDONLY);
  std::vector<FdRef> passengers(kMaxFdsPerMessage, *null);
  REQUIRE(send(host, "full", passengers));
  auto message = receive(child, 100);
  REQUIRE((message && *message));
  CHECK((*message)->fds.size() == kMaxFdsPerMessage);
  passengers.emplace_back(*null);
  auto sent = send(host, "too full", passengers);
  REQUIRE(!sent);
  CHECK(sent.error().message() == "254 descriptors do not fit into one message");
}

TEST_CASE("a peer that has closed gives nothing, and takes nothing") {
  auto [host, child] = pair();
  child.close();
  auto message = receive(host, 100);
  REQUIRE(message);
  CHECK(!*message);
  auto sent = send(host, "x", {});
  REQUIRE(!sent);
  CHECK(sent.error().message() == "sendmsg: broken pipe");
}

TEST_CASE("a message over the limit is refused, not cut") {
  auto [host, child] = pair();
  REQUIRE(send(child, "0123456789", {}));
  auto message = receive(host, 5);
  REQUIRE(!message);
  CHECK(message.error().message() == "a message was cut off; is RLIMIT_NOFILE too low?");
}

TEST_CASE("a socket file is reached whatever the length of its path") {
  kit::Directory directory;
  const std::string deep = directory.path(std::string(100, 'd'));
  REQUIRE(make_directories(deep, 0755));
  // Bound by a short name: bind(2) has the limit that connect_to gets around.
  REQUIRE(change_directory(deep));
  Fd listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  std::strcpy(address.sun_path, "socket");
  REQUIRE(::bind(listener.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::listen(listener.number(), 1) == 0);
  REQUIRE(change_directory("/"));
  const std::string path = deep + "/socket";
  REQUIRE(path.size() > sizeof address.sun_path);
  auto connected = connect_to(path);
  CHECK_MESSAGE(connected, (connected ? "" : connected.error().message()));
  auto absent = connect_to(directory.path("absent"));
  REQUIRE(!absent);
  CHECK(absent.error().message() ==
        "connect('" + directory.path("absent") + "'): no such file or directory");
}

}  // namespace
}  // namespace hull::sys
