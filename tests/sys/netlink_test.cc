// SPDX-License-Identifier: Apache-2.0
// With what every network namespace has: its own lo, which has addresses and cannot be moved.
#include "sys/netlink.h"

#include <doctest/doctest.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/file.h"
#include "sys/namespace.h"

namespace hull::sys {
namespace {

template <class Part>
std::string in_network(Part part) {
  return kit::in_child([&]() -> std::string {
    if (::unshare(CLONE_NEWNET) < 0) return "no namespace";
    auto socket = RouteSocket::open();
    return socket ? part(*socket) : kit::message_of(socket);
  });
}

/// "FAMILY/PREFIX-LENGTH" of each address.
std::set<std::string> addresses(RouteSocket& socket, int index) {
  std::set<std::string> texts;
  auto found = socket.addresses(index);
  if (found)
    for (const NetAddress& one : *found)
      texts.insert(std::to_string(one.family) + "/" + std::to_string(one.prefix_length));
  return texts;
}

const NetLink* loopback(const std::vector<NetLink>& links) {
  return links.size() == 1 && links[0].name == "lo" ? links.data() : nullptr;
}

TEST_CASE("a device is listed, set up, and has its addresses then") {
  if (!kit::may_make_namespaces()) return kit::skip("namespaces");
  CHECK(in_network([](RouteSocket& socket) -> std::string {
          auto before = socket.links();
          if (!before) return kit::message_of(before);
          const NetLink* lo = loopback(*before);
          if (lo == nullptr || lo->is_up) return "not a fresh lo alone";
          auto up = socket.set_up(lo->index);
          if (!up) return kit::message_of(up);
          auto after = socket.links();
          return loopback(*after)->is_up && addresses(socket, lo->index).contains("2/8") &&
                         addresses(socket, lo->index + 7).empty()
                     ? "up"
                     : "otherwise";
        }) == "up");
}

TEST_CASE("an address that was read can be added again, with all that it had") {
  if (!kit::may_make_namespaces()) return kit::skip("namespaces");
  CHECK(in_network([](RouteSocket& socket) -> std::string {
          auto links = socket.links();
          auto up = socket.set_up(links->at(0).index);
          auto found = socket.addresses(links->at(0).index);
          if (!up || !found || found->empty()) return "no address";
          auto again = socket.add_address(links->at(0).index, found->at(0));
          if (again || !again.error().is(EEXIST)) return "it is not the same";
          NetAddress other = found->at(0);
          other.prefix_length = 32;
          other.label = "lo:x";
          auto added = socket.add_address(links->at(0).index, other);
          if (!added) return kit::message_of(added);
          const auto now = socket.addresses(links->at(0).index);
          for (const NetAddress& one : *now)
            if (one.prefix_length == 32) return one.label;
          return "it is not there";
        }) == "lo:x");
}

TEST_CASE("the kernel's own words are in the message") {
  if (!kit::may_make_namespaces()) return kit::skip("namespaces");
  CHECK(in_network([](RouteSocket& socket) -> std::string {
          return kit::message_of(socket.set_up(77));
        }) == "rtnetlink(set up): no such device");
  auto here = open_at(FdRef::cwd(), "/proc/self/ns/net", O_RDONLY);
  REQUIRE(here);
  // As qemu-user does.
  if (::ioctl(here->number(), NS_GET_NSTYPE) < 0 && (errno == ENOSYS || errno == ENOTTY))
    return kit::skip("ioctl NS_GET_NSTYPE");
  CHECK(in_network([](RouteSocket& socket) -> std::string {
          if (::unshare(CLONE_NEWNET) < 0) return "no namespace";
          auto there = open_namespace("/proc/self/ns/net", CLONE_NEWNET);
          if (!there) return kit::message_of(there);
          const std::string said = kit::message_of(socket.move(1, *there, 1, "lo7"));
          return said.starts_with("rtnetlink(move to 'lo7')") &&
                         said.ends_with(": invalid argument")
                     ? "refused"
                     : said;
        }) == "refused");
}

}  // namespace
}  // namespace hull::sys
