// SPDX-License-Identifier: Apache-2.0
// v2 on a plain directory with counters that we raise; v1 on the kernel, where they rise by
// themselves.
#include "cgroup/oom.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cgroup/tree.h"
#include "fake.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "live.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

const Location kWeb = {
    .layout = {{{.version = Hierarchy::Version::Two, .directory = "", .controllers = {"memory"}}}},
    .path = "/pod/web",
    .kept = "/"};

void count(const FakeRoot& root, const std::string& directory, int all, int kills, int local) {
  root.file(directory + "/memory.events", "low 0\nhigh 0\nmax 7\noom " + std::to_string(all) +
                                              "\noom_kill " + std::to_string(kills) +
                                              "\noom_group_kill 0\n");
  root.file(directory + "/memory.events.local",
            "low 0\nhigh 0\nmax 7\noom " + std::to_string(local) + "\noom_kill 0\n");
}

std::string told(OomWatch& watch) {
  auto event = watch.look();
  if (!event) return event.error().message();
  return explain(*event).value_or("(nobody)");
}

/// Takes `bytes` for itself in `cgroup`; how it ended.
sys::Exit eat(Live& live, std::size_t bytes) {
  int gate[2];
  REQUIRE(::pipe2(gate, O_CLOEXEC) == 0);
  auto child = sys::clone(0, *live->entry());
  REQUIRE(child);
  if (!*child) {
    char c = 0;
    ::close(gate[1]);
    if (::read(gate[0], &c, 1) < 0) ::_exit(99);
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    ::_exit(memory == MAP_FAILED ? 98 : 0);
  }
  REQUIRE(live->place((*child)->pid()));
  ::close(gate[0]);
  ::close(gate[1]);
  return *(*child)->wait();
}

}  // namespace

TEST_CASE("the limit that was reached is named, the container's own or one above") {
  FakeRoot root;
  count(root, "pod", 9, 9, 4);
  count(root, "pod/web", 5, 3, 2);
  root.file("pod/memory.max", "8388608\n");
  root.file("pod/web/memory.max", "2097152\n");
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  REQUIRE(watch.is_watching());
  CHECK(told(watch) == "(nobody)");
  count(root, "pod", 10, 10, 4);
  count(root, "pod/web", 6, 4, 3);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: cgroup '/pod/web' reached its "
        "memory limit of 2097152 bytes (memory.max)");
  CHECK(told(watch) == "(nobody)");
  count(root, "pod", 11, 12, 5);
  count(root, "pod/web", 6, 6, 3);
  CHECK(told(watch) ==
        "2 processes of the container were killed by the OOM killer: cgroup '/pod', above the "
        "container's, reached its memory limit of 8388608 bytes (memory.max)");
}

TEST_CASE("limits that were reached without a kill, or for another's process, explain nothing") {
  FakeRoot root;
  count(root, "pod", 0, 0, 0);
  count(root, "pod/web", 0, 0, 0);
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  count(root, "pod", 1, 1, 1);
  CHECK(told(watch) == "(nobody)");
  count(root, "pod/web", 1, 0, 1);
  CHECK(told(watch) == "(nobody)");
}

TEST_CASE("a limit further down is told apart from the machine's end") {
  FakeRoot root;
  count(root, "pod", 0, 0, 0);
  count(root, "pod/web", 0, 0, 0);
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  count(root, "pod/web", 1, 1, 0);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: a cgroup below '/pod/web' "
        "reached its memory limit");
  count(root, "pod/web", 1, 2, 0);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: the machine ran out of memory, "
        "not cgroup '/pod/web' or one above it");
}

TEST_CASE("what happens between the reading of two files is nobody's below") {
  FakeRoot root;
  count(root, "pod", 0, 0, 0);
  count(root, "pod/web", 0, 0, 0);
  root.file("pod/web/memory.max", "4096\n");
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  // The file of all was read before the second event, that of its own behind it.
  count(root, "pod/web", 1, 1, 2);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: cgroup '/pod/web' reached its "
        "memory limit of 4096 bytes (memory.max)");
  count(root, "pod/web", 2, 1, 2);
  CHECK(told(watch) == "(nobody)");
  auto event = watch.look();
  REQUIRE(event);
  CHECK_FALSE(event->below);
  count(root, "pod/web", 3, 2, 2);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: a cgroup below '/pod/web' "
        "reached its memory limit");
}

TEST_CASE("a limit that is counted before its kill is told with it, once") {
  FakeRoot root;
  count(root, "pod", 0, 0, 0);
  count(root, "pod/web", 0, 0, 0);
  root.file("pod/web/memory.max", "4096\n");
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  count(root, "pod/web", 1, 0, 1);
  auto limit = watch.news();
  REQUIRE(limit);
  CHECK_FALSE(*limit);
  count(root, "pod/web", 1, 1, 1);
  auto kill = watch.news();
  REQUIRE(kill);
  REQUIRE(*kill);
  CHECK((*kill)->kills == 1);
  REQUIRE((*kill)->reached.size() == 1);
  CHECK((*kill)->reached[0].bytes == 4096);
  auto nothing = watch.news();
  REQUIRE(nothing);
  CHECK_FALSE(*nothing);
}

TEST_CASE("a limit that was lifted since has no number") {
  FakeRoot root;
  count(root, "pod", 0, 0, 0);
  count(root, "pod/web", 0, 0, 0);
  root.file("pod/web/memory.max", "max\n");
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  count(root, "pod/web", 1, 1, 1);
  CHECK(told(watch) ==
        "a process of the container was killed by the OOM killer: cgroup '/pod/web' reached its "
        "memory limit");
}

TEST_CASE("without the memory controller nothing is watched, and nothing guessed") {
  FakeRoot root;
  root.directory("pod/web");
  OomWatch watch = OomWatch::start(root.fd(), kWeb);
  CHECK_FALSE(watch.is_watching());
  CHECK(watch.alarm().fd == -1);
  CHECK(told(watch) == "(nobody)");
  Location other = kWeb;
  other.layout.hierarchies[0].controllers = {"pids"};
  CHECK_FALSE(OomWatch::start(root.fd(), other).is_watching());
}

TEST_CASE("the kernel's own kills are seen, with the limit's cgroup") {
  if (kit::lacks({kit::kOpenat2, kit::kClone3})) return;
  auto all = views();
  if (all.empty()) return kit::skip("making cgroups");
  const View& view = all.front();
  const Hierarchy* memory = view.layout.with("memory");
  if (memory == nullptr) return kit::skip("a memory controller");
  const bool v2 = memory->version == Hierarchy::Version::Two;
  const std::string file = v2 ? "memory.max" : "memory.limit_in_bytes";
  Live live(view, "/web");
  REQUIRE(live->make());
  const std::string own = live->location().path;
  const std::string above = own.substr(0, own.rfind('/'));
  auto limit = [&](const std::string& path, const std::string& bytes) {
    REQUIRE(sys::write(view.root, directory_in(directory_of(*memory, path), file), bytes));
  };
  OomWatch watch = OomWatch::start(view.root, live->location());
  REQUIRE(watch.is_watching());
  CHECK(eat(live, 16 << 20).status == 0);
  CHECK(told(watch) == "(nobody)");
  limit(own, "4194304");
  CHECK(eat(live, 16 << 20).signal == SIGKILL);
  pollfd alarm = watch.alarm();
  CHECK(::poll(&alarm, 1, 0) == 1);
  CHECK(told(watch) == "a process of the container was killed by the OOM killer: cgroup '" + own +
                           "' reached its memory limit of 4194304 bytes (" + file + ")");
  CHECK(told(watch) == "(nobody)");
  limit(above, "6291456");
  limit(own, "33554432");
  CHECK(eat(live, 16 << 20).signal == SIGKILL);
  CHECK(told(watch) == "a process of the container was killed by the OOM killer: cgroup '" + above +
                           "', above the container's, reached its memory limit of 6291456 bytes (" +
                           file + ")");
  limit(above, "33554432");
  // Killed, but by us.
  {
    sys::Child child = sleeper(*live);
    REQUIRE(child.process().signal(SIGKILL));
    CHECK(child.wait()->signal == SIGKILL);
  }
  CHECK(told(watch) == "(nobody)");
}

}  // namespace hull::cgroup
