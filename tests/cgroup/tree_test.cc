// SPDX-License-Identifier: Apache-2.0
#include "cgroup/tree.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "fake.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

/// No more than this many descriptors until the test is over.
class FewDescriptors {
 public:
  explicit FewDescriptors(rlim_t count) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const rlimit few = {.rlim_cur = count, .rlim_max = before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  }
  ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  FewDescriptors(const FewDescriptors&) = delete;
  FewDescriptors& operator=(const FewDescriptors&) = delete;

 private:
  rlimit before_ = {};
};

}  // namespace

TEST_CASE("thousands of levels take a few descriptors, and no path of that length") {
  constexpr int kDepth = 3000;
  FakeRoot root;
  root.directory("top");
  auto at = sys::open_at(root.fd(), "top", O_RDONLY | O_DIRECTORY);
  REQUIRE(at);
  for (int level = 0; level < kDepth; ++level) {
    REQUIRE(sys::make_directory(*at, "below", 0755));
    REQUIRE(sys::make_directory(*at, "beside", 0755));
    at = sys::open_at(*at, "below", O_RDONLY | O_DIRECTORY);
    REQUIRE(at);
  }
  FewDescriptors few(32);
  int visited = 0;
  auto all = for_each(root.fd(), "top", [&](sys::FdRef) -> Result<void> {
    ++visited;
    return {};
  });
  CHECK_MESSAGE(all, (all ? "" : all.error().message()));
  CHECK(visited == 1 + 2 * kDepth);
  auto removed = remove_with_children(root.fd(), "top", Deadline(100 * kPatience));
  CHECK_MESSAGE(removed, (removed ? "" : removed.error().message()));
  CHECK_FALSE(root.has("top"));
}

TEST_CASE("what is gone has no cgroups, no processes and nothing to remove") {
  FakeRoot root;
  int visited = 0;
  auto all = for_each(root.fd(), "gone", [&](sys::FdRef) -> Result<void> {
    ++visited;
    return {};
  });
  CHECK(all);
  CHECK(visited == 0);
  CHECK(processes_in(root.fd(), "gone")->empty());
  CHECK(remove_with_children(root.fd(), "gone", Deadline(kPatience)));
}

TEST_CASE("a look ends at the first failure, which it gives") {
  FakeRoot root;
  root.directory("top/a");
  int visited = 0;
  auto all = for_each(root.fd(), "top", [&](sys::FdRef) -> Result<void> {
    ++visited;
    return Error::refused("enough");
  });
  REQUIRE_FALSE(all);
  CHECK(all.error().message() == "enough");
  CHECK(visited == 1);
}

}  // namespace hull::cgroup
