// SPDX-License-Identifier: Apache-2.0
// An update on plain directories. A file that takes no limit is a link to /proc/self/oom_score_adj,
// which reads as a number and refuses those above 1000 (EINVAL) as a cgroup's would. Texts have the
// length of those they replace, for unlike a cgroup's a plain file keeps the rest.
#include "cgroup/transaction.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "cgroup/cgroupfs.h"
#include "cgroup/settings.h"
#include "fake.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

Location location_on(Hierarchy::Version version, std::vector<std::string> controllers) {
  return {.layout = {{{version, "h", std::move(controllers)}}}, .path = "/a/web", .kept = "/"};
}

Location unified_location() {
  return location_on(Hierarchy::Version::Two, {"cpu", "memory", "pids", "io"});
}

Location legacy_location() {
  return location_on(Hierarchy::Version::One, {"cpu", "memory", "pids", "blkio"});
}

template <class T>
std::string problem(const Result<T>& result) {
  return result ? "(fine)" : result.error().message();
}

std::string value(const FakeRoot& root, const std::string& file) {
  const std::string text = root.read(file);
  return std::string(trim(text));
}

// What a manager is told, one string a call.
class Managed final : public Cgroupfs {
 public:
  using Cgroupfs::Cgroupfs;
  std::vector<std::string> told;
  bool refuses = false;

 protected:
  Result<void> tell_manager(const Settings& settings) override {
    std::string call;
    for (const Setting& setting : settings)
      call += setting.choices.front().file + "=" + setting.choices.front().text + ";";
    told.push_back(call);
    if (refuses) return Error::refused("the manager is away");
    return {};
  }
};

constexpr const char* kRefused =
    "/linux/resources/pids/limit: in /sys/fs/cgroup: write('h/a/web/pids.max', '5000'): invalid "
    "argument";

}  // namespace

TEST_CASE("a value refused half way leaves the old ones in every file") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  root.file("h/a/web/cpu.max", "20000 10000\n");
  root.file("h/a/web/io.max", "8:0 rbps=7 wbps=max riops=max wiops=max\n");
  root.link("h/a/web/pids.max", "/proc/self/oom_score_adj");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = 4096;
  r.cpu = {.quota = 5000};
  r.pids.limit = 5000;
  r.block_io.throttle_read_bps_device = {{8, 0, 100}};
  CHECK(problem(cgroup.update(r, Mode::Write)) == kRefused);
  CHECK(value(root, "h/a/web/memory.max") == "1024");
  CHECK(value(root, "h/a/web/cpu.max") == "20000 10000");
  CHECK(value(root, "h/a/web/io.max") == "8:0 rbps=7 wbps=max riops=max wiops=max");
}

TEST_CASE(
    "a memory limit, of which processes may die, is written when nothing else can be refused") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  root.link("h/a/web/pids.max", "/proc/self/oom_score_adj");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = 40960;
  r.pids.limit = 5000;
  CHECK(problem(cgroup.update(r, Mode::Write)) == kRefused);
  // Written and written back it would have lost its line end.
  CHECK(root.read("h/a/web/memory.max") == "1024\n");
}

TEST_CASE("what is not asked for is neither read nor written") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  root.file("h/a/web/memory.low", "as it was");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = 4096;
  auto changes = cgroup.update(r, Mode::Write);
  REQUIRE(problem(changes) == "(fine)");
  CHECK(*changes ==
        Changes{{"/linux/resources/memory/limit", "h/a/web/memory.max", "1024", "4096", "4096"}});
  CHECK(value(root, "h/a/web/memory.low") == "as it was");
}

TEST_CASE("a trial tells the changes and makes none") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "8192\n");
  Managed cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = 4096;
  auto changes = cgroup.update(r, Mode::Try);
  REQUIRE(problem(changes) == "(fine)");
  CHECK(*changes ==
        Changes{{"/linux/resources/memory/limit", "h/a/web/memory.max", "8192", "4096", ""}});
  CHECK(value(root, "h/a/web/memory.max") == "8192");
  CHECK(cgroup.told.empty());
}

TEST_CASE("a period alone keeps the quota, a quota alone the period") {
  FakeRoot root;
  root.file("h/a/web/cpu.max", "20000 10000\n");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.cpu = {.period = 50000};
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/cpu.max") == "20000 50000");
  root.file("h/a/web/cpu.max", "max 10000\n");
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/cpu.max") == "max 50000");
  root.file("h/a/web/cpu.max", "20000 50000\n");
  r.cpu = {.quota = 30000};
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/cpu.max") == "30000 50000");
}

TEST_CASE("swap alone is what lies above the memory limit in force") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "4096\n");
  root.file("h/a/web/memory.swap.max", "");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.swap = 12288;
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/memory.swap.max") == "8192");
  CHECK(value(root, "h/a/web/memory.max") == "4096");
  r.memory.swap = 4000;
  CHECK(problem(cgroup.update(r, Mode::Write)) ==
        "/linux/resources/memory/swap: 4000 is less than the memory limit 4096");
  root.file("h/a/web/memory.max", "max\n");
  CHECK(problem(cgroup.update(r, Mode::Write)) ==
        "/linux/resources/memory/swap: needs a memory limit, as it counts both");
  root.file("h/a/web/memory.swap.max", "");
  r.memory.swap = -1;
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/memory.swap.max") == "max");
}

TEST_CASE("unlimited memory takes swap along") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "");
  root.file("h/a/web/memory.swap.max", "");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = -1;
  CHECK(problem(cgroup.update(r, Mode::Write)) == "(fine)");
  CHECK(value(root, "h/a/web/memory.max") == "max");
  CHECK(value(root, "h/a/web/memory.swap.max") == "max");
}

TEST_CASE("a limit below the use is refused before anything is written") {
  for (bool unified : {true, false}) {
    FakeRoot root;
    root.file("h/a/web/memory.max", "8192\n");
    root.file("h/a/web/memory.limit_in_bytes", "8192\n");
    root.file("h/a/web/memory.current", "5000\n");
    root.file("h/a/web/memory.usage_in_bytes", "5000\n");
    root.file("h/a/web/cpu.idle", "0\n");
    Cgroupfs cgroup(root.fd(), unified ? unified_location() : legacy_location());
    spec::Resources r;
    r.memory = {.limit = 4999, .check_before_update = true};
    r.cpu.idle = 1;
    CHECK(problem(cgroup.update(r, Mode::Write)) ==
          "/linux/resources/memory/limit: 4999 is less than the 5000 in use");
    CHECK(value(root, "h/a/web/cpu.idle") == "0");
    CHECK(value(root, "h/a/web/memory.max") == "8192");
    CHECK(value(root, "h/a/web/memory.limit_in_bytes") == "8192");
  }
}

TEST_CASE("a missing file is told before anything is written") {
  FakeRoot root;
  root.file("h/a/web/cpu.shares", "1024\n");
  Cgroupfs cgroup(root.fd(), legacy_location());
  spec::Resources r;
  r.cpu = {.shares = 512, .idle = 1};
  CHECK(problem(cgroup.update(r, Mode::Write)) ==
        "/linux/resources/cpu/idle: this kernel has no 'cpu.idle'");
  CHECK(value(root, "h/a/web/cpu.shares") == "1024");
}

TEST_CASE("parents that were given real-time run time get their own old value back") {
  FakeRoot root;
  root.file("h/a/cpu.rt_runtime_us", "7000\n");
  root.file("h/a/web/cpu.rt_runtime_us", "1000\n");
  root.link("h/a/web/pids.max", "/proc/self/oom_score_adj");
  Cgroupfs cgroup(root.fd(), legacy_location());
  spec::Resources r;
  r.cpu.realtime_runtime = 9000;
  r.pids.limit = 5000;
  CHECK(problem(cgroup.update(r, Mode::Write)) == kRefused);
  CHECK(value(root, "h/a/cpu.rt_runtime_us") == "7000");
  CHECK(value(root, "h/a/web/cpu.rt_runtime_us") == "1000");
}

TEST_CASE("a cgroup that becomes idle in vain gets its weight back") {
  FakeRoot root;
  root.file("h/a/web/cpu.idle", "0\n");
  root.file("h/a/web/cpu.weight", "333\n");
  root.link("h/a/web/pids.max", "/proc/self/oom_score_adj");
  Cgroupfs cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.cpu.idle = 1;
  r.pids.limit = 5000;
  CHECK(problem(cgroup.update(r, Mode::Write)) == kRefused);
  CHECK(value(root, "h/a/web/cpu.idle") == "0");
  // Written though it was not asked for.
  CHECK(value(root, "h/a/web/cpu.weight") == "333");
}

TEST_CASE("what cannot be written back is named") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  root.file("h/a/web/pids.max", "10\n");
  const Location location = unified_location();
  spec::Resources r;
  r.memory.limit = 4096;
  r.pids.limit = 50;
  auto transaction = Transaction::prepare(root.fd(), location, *settings(r, location.layout));
  REQUIRE(problem(transaction) == "(fine)");
  REQUIRE(problem(transaction->write([](const Settings&) -> Result<void> { return {}; })) ==
          "(fine)");
  REQUIRE(sys::remove_file(root.fd(), "h/a/web/pids.max"));
  CHECK(problem(transaction->roll_back()) ==
        "'h/a/web/pids.max' does not take its old value 10 back");
  CHECK(value(root, "h/a/web/memory.max") == "1024");
}

TEST_CASE("the manager is told first, and of the old values when a file refuses") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  root.link("h/a/web/pids.max", "/proc/self/oom_score_adj");
  Managed cgroup(root.fd(), unified_location());
  spec::Resources r;
  r.memory.limit = 4096;
  r.pids.limit = 5000;
  CHECK(problem(cgroup.update(r, Mode::Write)) == kRefused);
  REQUIRE(cgroup.told.size() == 2);
  // Of the memory limit not before it is its turn.
  CHECK(cgroup.told[0] == "pids.max=5000;");
  CHECK(cgroup.told[1].starts_with("memory.max=1024;pids.max="));
}

TEST_CASE("a manager that refuses keeps the files as they are") {
  FakeRoot root;
  root.file("h/a/web/memory.max", "1024\n");
  Managed cgroup(root.fd(), unified_location());
  cgroup.refuses = true;
  spec::Resources r;
  r.memory.limit = 4096;
  CHECK(problem(cgroup.update(r, Mode::Write)) == "the manager is away; the manager is away");
  CHECK(value(root, "h/a/web/memory.max") == "1024");
  CHECK(problem(cgroup.apply(r)) == "the manager is away");
  CHECK(value(root, "h/a/web/memory.max") == "1024");
}

}  // namespace hull::cgroup
