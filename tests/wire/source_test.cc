// SPDX-License-Identifier: Apache-2.0
#include "wire/source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "sys/file.h"

namespace hull::wire {
namespace {

/// Any descriptor travels as a tree does.
Source tree() {
  auto fd = sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY);
  REQUIRE(fd);
  Source source;
  source.tree = sys::Tree(std::move(fd).value());
  return source;
}

std::pair<Link, Link> pair() {
  auto links = Link::pair();
  REQUIRE(links);
  return std::move(links).value();
}

TEST_CASE("trees, links and nothing keep their places") {
  auto [host, child] = pair();
  std::vector<Source> sent(4);
  sent[0] = tree();
  sent[1].link = "../elsewhere";
  sent[3] = tree();
  REQUIRE(send(host, sent));
  auto received = receive(child, 4);
  REQUIRE(received);
  const std::vector<Source>& sources = *received;
  CHECK((sources[0].tree.is_open() && !sources[0].link));
  CHECK((!sources[1].tree.is_open() && sources[1].link == "../elsewhere"));
  CHECK((!sources[2].tree.is_open() && !sources[2].link));
  CHECK(sources[3].tree.is_open());
}

TEST_CASE("more trees than one message takes come in several") {
  auto [host, child] = pair();
  std::vector<Source> sent;
  for (int i = 0; i < 300; ++i) sent.push_back(tree());
  REQUIRE(send(host, sent));
  auto received = receive(child, 300);
  REQUIRE_MESSAGE(received, (received ? "" : received.error().message()));
  CHECK(received->size() == 300);
  for (const Source& source : *received) CHECK(source.tree.is_open());
}

TEST_CASE("another number of sources than expected is refused") {
  auto [host, child] = pair();
  std::vector<Source> sent(3);
  REQUIRE(send(host, sent));
  auto received = receive(child, 2);
  REQUIRE(!received);
  CHECK(received.error().message() == "3 sources came instead of 2");
}

TEST_CASE("a tree without its descriptor is refused") {
  auto [host, child] = pair();
  REQUIRE(host.tell(Step::Trees, "t"));
  auto received = receive(child, 1);
  REQUIRE(!received);
  CHECK(received.error().message() == "a tree came without its descriptor");
}

}  // namespace
}  // namespace hull::wire
