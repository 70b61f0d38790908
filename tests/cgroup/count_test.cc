// SPDX-License-Identifier: Apache-2.0
#include "cgroup/count.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include "fake.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "live.h"
#include "spec/codec.h"

namespace hull::cgroup {
namespace {

std::string problem(const Result<void>& result) {
  return result ? "(fine)" : result.error().message();
}

std::string unified(const FakeRoot& root) {
  Stats stats;
  Files files(root.fd(), "web");
  count_unified(files, stats);
  CHECK(problem(std::move(files).finish()) == "(fine)");
  return spec::encode(stats);
}

std::string legacy(const FakeRoot& root, std::string_view controller) {
  Stats stats;
  Files files(root.fd(), "web");
  count_legacy(controller, files, stats);
  CHECK(problem(std::move(files).finish()) == "(fine)");
  return spec::encode(stats);
}

}  // namespace

TEST_CASE("lists of processors are written out") {
  CHECK(number_list("0-3,7\n") == std::vector<std::uint32_t>{0, 1, 2, 3, 7});
  CHECK(number_list("\n").empty());
  CHECK(number_list("1,x,3-,4").size() == 2);
  CHECK(number_list("0-18446744073709551615").empty());
}

TEST_CASE("pressure is read with its fractions") {
  Pressure both = pressure(
      "some avg10=0.22 avg60=100.00 avg300=0.00 total=18446744073709551615\n"
      "full avg10=0.01 avg60=0.00 avg300=0.00 total=3\n");
  CHECK(both.some->avg10 == doctest::Approx(0.22));
  CHECK(both.some->avg60 == doctest::Approx(100));
  CHECK(both.some->total == UINT64_MAX);
  CHECK(both.full->total == 3);
  CHECK_FALSE(pressure("some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n").full);
  CHECK_FALSE(pressure("").some);
}

TEST_CASE("counts of block devices with and without an operation") {
  auto entries =
      blkio_entries("8:16 Read 1\n8:16 Total 3\n259:0 12\nTotal 3\n8 Read 1\n8:0 Read\n");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].major == 8);
  CHECK(entries[0].minor == 16);
  CHECK(entries[0].op == "Read");
  CHECK(entries[1].op == "Total");
  CHECK(entries[2].op == "");
  CHECK(entries[2].value == 12);
}

TEST_CASE("page sizes are found by the names of files") {
  CHECK(page_sizes({"hugetlb.2MB.current", "hugetlb.2MB.rsvd.current", "hugetlb.1GB.current",
                    "hugetlb.1GB.max", "memory.current", "hugetlb..current", "hugetlb.current"},
                   ".current") == std::vector<std::string>{"2MB", "1GB"});
}

TEST_CASE("a v2 cgroup with every controller") {
  FakeRoot root;
  const auto file = [&](const char* name, const char* text) {
    root.file(std::string("web/") + name, text);
  };
  file(
      "cpu.stat",
      "usage_usec 5\nuser_usec 3\nsystem_usec 2\nnr_periods 7\nnr_throttled 1\nthrottled_usec 9\n");
  file("cpu.pressure", "some avg10=1.50 avg60=0.00 avg300=0.00 total=4\n");
  file("cpuset.cpus.effective", "0-1\n");
  file("cpuset.mems.effective", "0\n");
  file("memory.current", "4096\n");
  file("memory.max", "8192\n");
  file("memory.peak", "6000\n");
  file("memory.stat", "anon 10\nfile 20\n");
  file("memory.events", "max 3\noom_kill 1\n");
  file("memory.swap.current", "100\n");
  file("memory.swap.max", "max\n");
  file("memory.swap.peak", "200\n");
  file("memory.swap.events", "max 2\n");
  file("pids.current", "2\n");
  file("pids.max", "max\n");
  file("io.stat", "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6\n254:0 \n");
  file("hugetlb.2MB.current", "1\n");
  file("hugetlb.2MB.rsvd.current", "2097152\n");
  file("hugetlb.2MB.events", "max 8\n");
  file("rdma.current", "mlx5_0 hca_handle=2 hca_object=3\n");
  file("rdma.max", "mlx5_0 hca_handle=4 hca_object=max\n");
  file("misc.current", "res_a 3\n");
  file("misc.max", "res_a max\n");
  file("misc.events", "res_a.max 5\n");
  CHECK(unified(root) ==
        R"({"cpu":{"usage":{"total":5000,"kernel":2000,"user":3000},)"
        R"("throttling":{"periods":7,"throttledPeriods":1,"throttledTime":9000},)"
        R"("psi":{"some":{"avg10":1.5,"avg60":0,"avg300":0,"total":4}}},)"
        R"("cpuset":{"cpus":[0,1],"mems":[0]},)"
        R"("memory":{"cache":20,"usage":{"limit":8192,"usage":4096,"max":6000,"failcnt":3},)"
        R"("swap":{"limit":18446744073709551615,"usage":4196,"max":200,"failcnt":2},)"
        R"("raw":{"anon":10,"file":20},"event_count":{"max":3,"oom_kill":1}},)"
        R"("pids":{"current":2,"limit":0},)"
        R"("blkio":{"ioServiceBytesRecursive":[{"major":8,"minor":0,"op":"Read","value":1},)"
        R"({"major":8,"minor":0,"op":"Write","value":2},)"
        R"({"major":8,"minor":0,"op":"Discard","value":5}],)"
        R"("ioServicedRecursive":[{"major":8,"minor":0,"op":"Read","value":3},)"
        R"({"major":8,"minor":0,"op":"Write","value":4},)"
        R"({"major":8,"minor":0,"op":"Discard","value":6}]},)"
        R"("hugetlb":{"2MB":{"usage":2097152,"failcnt":8}},)"
        R"("rdma":{"current":[{"device":"mlx5_0","hca_handles":2,"hca_objects":3}],)"
        R"("limit":[{"device":"mlx5_0","hca_handles":4,"hca_objects":18446744073709551615}]},)"
        R"("misc":{"res_a":{"usage":3,"limit":18446744073709551615,"events":5}}})");
}

TEST_CASE("of a v2 cgroup without controllers there is little, and no zeros for the rest") {
  FakeRoot root;
  root.file("web/cpu.stat", "usage_usec 5\nuser_usec 3\nsystem_usec 2\n");
  CHECK(unified(root) == R"({"cpu":{"usage":{"total":5000,"kernel":2000,"user":3000}}})");
  root.file("web/memory.pressure", "some avg10=0.00 avg60=0.00 avg300=0.00 total=4\n");
  CHECK(unified(root).ends_with(
      R"("memory":{"psi":{"some":{"avg10":0,"avg60":0,"avg300":0,"total":4}}}})"));
}

TEST_CASE("a v1 cgroup, controller by controller") {
  FakeRoot root;
  const auto file = [&](const char* name, const char* text) {
    root.file(std::string("web/") + name, text);
  };
  file("cpu.stat", "nr_periods 7\nnr_throttled 1\nthrottled_time 9\n");
  CHECK(legacy(root, "cpu") ==
        R"({"cpu":{"throttling":{"periods":7,"throttledPeriods":1,"throttledTime":9}}})");
  file("cpuacct.usage", "123\n");
  file("cpuacct.usage_percpu", "100 23 \n");
  file("cpuacct.usage_all", "cpu user system\n0 60 40\n1 20 3\n");
  file("cpuacct.stat", "user 2\nsystem 1\n");
  CHECK(legacy(root, "cpuacct") ==
        R"({"cpu":{"usage":{"total":123,"percpu":[100,23],"percpu_kernel":[40,3],)"
        R"("percpu_user":[60,20],"kernel":10000000,"user":20000000}}})");
  file("cpuset.cpus", "0-1\n");
  file("cpuset.mems", "0\n");
  file("cpuset.cpu_exclusive", "1\n");
  file("cpuset.sched_relax_domain_level", "-1\n");
  CHECK(legacy(root, "cpuset") ==
        R"({"cpuset":{"cpus":[0,1],"cpu_exclusive":1,"mems":[0],"sched_relax_domain_level":-1}})");
  file("memory.usage_in_bytes", "1\n");
  file("memory.limit_in_bytes", "9223372036854771712\n");
  file("memory.max_usage_in_bytes", "2\n");
  file("memory.failcnt", "3\n");
  file("memory.kmem.tcp.usage_in_bytes", "4\n");
  file("memory.stat", "cache 5\nrss 6\n");
  CHECK(
      legacy(root, "memory") ==
      R"({"memory":{"cache":5,"usage":{"limit":9223372036854771712,"usage":1,"max":2,"failcnt":3},)"
      R"("kernelTCP":{"limit":18446744073709551615,"usage":4,"max":0,"failcnt":0},)"
      R"("raw":{"cache":5,"rss":6}}})");
  file("pids.current", "2\n");
  file("pids.max", "9\n");
  CHECK(legacy(root, "pids") == R"({"pids":{"current":2,"limit":9}})");
  file("hugetlb.2MB.usage_in_bytes", "1\n");
  file("hugetlb.2MB.rsvd.usage_in_bytes", "2\n");
  file("hugetlb.2MB.rsvd.max_usage_in_bytes", "3\n");
  file("hugetlb.2MB.rsvd.failcnt", "4\n");
  CHECK(legacy(root, "hugetlb") == R"({"hugetlb":{"2MB":{"usage":2,"max":3,"failcnt":4}}})");
  CHECK(legacy(root, "freezer") == "{}");
}

TEST_CASE("v1's block devices are counted by the scheduler, else by the throttle") {
  FakeRoot root;
  root.file("web/blkio.throttle.io_serviced_recursive", "8:0 Read 1\nTotal 1\n");
  root.file("web/blkio.bfq.io_serviced_recursive", "Total 0\n");
  root.file("web/blkio.bfq.io_service_bytes_recursive", "8:0 Read 2\nTotal 2\n");
  root.file("web/blkio.throttle.io_service_bytes_recursive", "8:0 Read 3\nTotal 3\n");
  root.file("web/blkio.time_recursive", "8:0 4\n");
  CHECK(legacy(root, "blkio") ==
        R"({"blkio":{"ioServiceBytesRecursive":[{"major":8,"minor":0,"op":"Read","value":2}],)"
        R"("ioServicedRecursive":[{"major":8,"minor":0,"op":"Read","value":1}],)"
        R"("ioTimeRecursive":[{"major":8,"minor":0,"value":4}]}})");
}

TEST_CASE("a file that cannot be read is a failure, one that is not there is none") {
  FakeRoot root;
  root.directory("web/pids.current");
  Files files(root.fd(), "web");
  CHECK_FALSE(files.text("memory.current"));
  CHECK_FALSE(files.text("pids.current"));
  root.file("web/cpu.stat", "usage_usec 5\n");
  CHECK_FALSE(files.text("cpu.stat"));
  CHECK(problem(std::move(files).finish()).ends_with("is a directory"));
}

TEST_CASE("the kernel's own counts of a cgroup with a process") {
  if (kit::lacks({kit::kOpenat2, kit::kClone3})) return;
  auto all = views();
  if (all.empty()) return kit::skip("making cgroups");
  for (const View& view : all) {
    INFO(view.name);
    Live live(view);
    REQUIRE(live->make());
    sys::Child child = sleeper(*live);
    auto stats = live->stats();
    REQUIRE_MESSAGE(stats, (stats ? "" : stats.error().message()));
    CHECK(stats->cpu);
    if (view.layout.with("pids") != nullptr) CHECK(stats->pids->current == 1);
    if (view.layout.with("memory") != nullptr) {
      CHECK(stats->memory->usage->limit > 0);
      CHECK(stats->memory->usage->max >= stats->memory->usage->usage);
      CHECK(stats->memory->raw.size() > 10);
    }
    if (view.layout.with("cpuset") != nullptr) CHECK(!stats->cpuset->cpus.empty());
    if (view.layout.with("hugetlb") != nullptr && !stats->hugetlb.empty())
      CHECK(stats->hugetlb.contains("2MB"));
  }
  Live gone(all.front());
  auto stats = gone->stats();
  REQUIRE_FALSE(stats);
  CHECK(stats.error().message().ends_with("is gone"));
}

}  // namespace hull::cgroup
