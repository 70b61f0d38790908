// SPDX-License-Identifier: Apache-2.0
#include "spec/rules.h"

#include <doctest/doctest.h>

#include <functional>

#include "kit/source.h"
#include "spec/codec.h"

namespace hull::spec {
namespace {

/// The document that uses every member, after `change`.
Config changed(const std::function<void(Config&)>& change) {
  static const Config kFull =
      decode_config(kit::read(kit::source_path("tests/spec/data/full.json")), "full.json")
          .value()
          .value;
  Config config = kFull;
  change(config);
  return config;
}

std::string refusal(const std::function<void(Config&)>& change) {
  Result<std::vector<std::string>> checked = check_config(changed(change));
  return checked ? "(accepted)" : checked.error().message();
}

std::vector<std::string> warnings(const std::function<void(Config&)>& change) {
  Result<std::vector<std::string>> checked = check_config(changed(change));
  REQUIRE_MESSAGE(checked, refusal(change));
  return *checked;
}

std::string version_refusal(const std::string& version) {
  return refusal([&](Config& c) { c.oci_version = version; });
}

}  // namespace

TEST_CASE("a document that uses every member keeps all rules") {
  CHECK(warnings([](Config&) {}).empty());
}

TEST_CASE("a document without a process keeps all rules, since start may add one") {
  CHECK(refusal([](Config& c) { c.process.reset(); }) == "(accepted)");
}

TEST_CASE("any version 1 in the form of SemVer is accepted") {
  for (const char* version :
       {"1.0.0", "1.3.0", "1.0.2-dev", "1.0.0-rc.5", "1.10.0-0a.-+build.007", "1.2.3+sha"})
    CHECK(version_refusal(version) == "(accepted)");
  for (const char* version : {"", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "1.00.0", "1.0.0-",
                              "1.0.0-a..b", "1.0.0-01", "1.0.0+", "1.0.0-a_b", " 1.0.0"})
    CHECK(version_refusal(version) == "/ociVersion: '" + std::string(version) +
                                          "' is not a version of the form MAJOR.MINOR.PATCH");
  for (const char* version : {"0.1.0", "2.0.0", "10.0.0"})
    CHECK(version_refusal(version) ==
          "/ociVersion: '" + std::string(version) + "' is not a version 1");
}

TEST_CASE("what the text forbids is refused with the pointer of the first fault") {
  struct Case {
    std::function<void(Config&)> change;
    std::string message;
  };
  const Case cases[] = {
      {[](Config& c) { c.root.path = ""; }, "/root/path: is empty"},
      {[](Config& c) { c.process->cwd = "srv"; }, "/process/cwd: 'srv' is not an absolute path"},
      {[](Config& c) { c.process->cwd = ""; }, "/process/cwd: '' is not an absolute path"},
      {[](Config& c) { c.process->args.clear(); }, "/process/args: is missing or empty"},
      {[](Config& c) { c.process->user.uid = 4294967295; },
       "/process/user/uid: 4294967295 is no id"},
      {[](Config& c) { c.process->user.gid = 4294967295; },
       "/process/user/gid: 4294967295 is no id"},
      {[](Config& c) { c.process->user.additional_gids[1] = 4294967295; },
       "/process/user/additionalGids/1: 4294967295 is no id"},
      {[](Config& c) { c.process->scheduler->policy = "SCHED_OTHERS"; },
       "/process/scheduler/policy: 'SCHED_OTHERS' is unknown; did you mean 'SCHED_OTHER'"},
      {[](Config& c) { c.process->scheduler->flags.push_back("x"); },
       "/process/scheduler/flags/1: 'x' is unknown"},
      {[](Config& c) { c.process->scheduler->nice = -21; },
       "/process/scheduler/nice: -21 is not from -20 to 19"},
      {[](Config& c) { c.process->scheduler->nice = 20; },
       "/process/scheduler/nice: 20 is not from -20 to 19"},
      {[](Config& c) { c.process->scheduler->priority = 100; },
       "/process/scheduler/priority: 100 is not from 0 to 99"},
      {[](Config& c) { c.process->io_priority->io_class = "IOPRIO_CLASS_NONE"; },
       "/process/ioPriority/class: 'IOPRIO_CLASS_NONE' is unknown; did you mean 'IOPRIO_CLASS_BE'"},
      {[](Config& c) { c.process->io_priority->priority = 8; },
       "/process/ioPriority/priority: 8 is not from 0 to 7"},
      {[](Config& c) { c.process->io_priority->priority = -1; },
       "/process/ioPriority/priority: -1 is not from 0 to 7"},
      {[](Config& c) { c.process->exec_cpu_affinity->initial = "all"; },
       "/process/execCPUAffinity/initial: 'all' is not a list as '0-3,7'"},
      {[](Config& c) { c.process->exec_cpu_affinity->final = "0;1"; },
       "/process/execCPUAffinity/final: '0;1' is not a list as '0-3,7'"},
      {[](Config& c) { c.annotations[""] = "x"; }, "/annotations: a key is empty"},
      {[](Config& c) { c.hooks.prestart[0].path = "a"; },
       "/hooks/prestart/0/path: 'a' is not an absolute path"},
      {[](Config& c) { c.hooks.create_runtime[1].path = ""; },
       "/hooks/createRuntime/1/path: '' is not an absolute path"},
      {[](Config& c) { c.hooks.create_container[0].timeout = 0; },
       "/hooks/createContainer/0/timeout: 0 is not above 0"},
      {[](Config& c) { c.hooks.start_container[0].timeout = -3; },
       "/hooks/startContainer/0/timeout: -3 is not above 0"},
      {[](Config& c) { c.hooks.poststart[0].path = "./a"; },
       "/hooks/poststart/0/path: './a' is not an absolute path"},
      {[](Config& c) { c.hooks.poststop[0].path = "a"; },
       "/hooks/poststop/0/path: 'a' is not an absolute path"},
  };
  for (const Case& c : cases) CHECK(refusal(c.change) == c.message);
}

TEST_CASE("what the text forbids in the Linux section is refused") {
  struct Case {
    std::function<void(Linux&)> change;
    std::string message;
  };
  const Case cases[] = {
      {[](Linux& l) { l.namespaces[1].path = "run/netns/web"; },
       "/linux/namespaces/1/path: 'run/netns/web' is not an absolute path"},
      {[](Linux& l) {
         l.devices.push_back(l.devices[0]);
         l.devices.back().path = "/dev//fuse";
         l.devices.back().minor = 230;
       },
       "/linux/devices/2/path: '/dev//fuse' is there twice, as two devices"},
      {[](Linux& l) { l.net_devices["a/b"]; },
       "/linux/netDevices: 'a/b' cannot name a network device"},
      {[](Linux& l) { l.net_devices["a234567890123456"]; },
       "/linux/netDevices: 'a234567890123456' cannot name a network device"},
      {[](Linux& l) { l.net_devices["eth1"].name = ".."; },
       "/linux/netDevices/eth1/name: '..' cannot name a network device"},
      {[](Linux& l) { l.intel_rdt->clos_id = "../other"; },
       "/linux/intelRdt/closID: '../other' cannot name a group"},
      {[](Linux& l) { l.intel_rdt->clos_id = ".."; },
       "/linux/intelRdt/closID: '..' cannot name a group"},
      {[](Linux& l) { l.intel_rdt->clos_id = "gold\n"; },
       "/linux/intelRdt/closID: has more than one line"},
      {[](Linux& l) { l.intel_rdt->mem_bw_schema = "L3:0=f"; },
       "/linux/intelRdt/memBwSchema: 'L3:0=f' does not start with 'MB:'"},
      {[](Linux& l) { l.intel_rdt->mem_bw_schema += "\n"; },
       "/linux/intelRdt/memBwSchema: has more than one line"},
      {[](Linux& l) { l.intel_rdt->schemata.push_back("a\nb"); },
       "/linux/intelRdt/schemata/1: has more than one line"},
      {[](Linux& l) { l.memory_policy->mode = "MPOL_BINDS"; },
       "/linux/memoryPolicy/mode: 'MPOL_BINDS' is unknown; did you mean 'MPOL_BIND'"},
      {[](Linux& l) { l.memory_policy->flags[0] = "MPOL_F_STATIC"; },
       "/linux/memoryPolicy/flags/0: 'MPOL_F_STATIC' is unknown"},
      {[](Linux& l) { l.memory_policy->nodes = "0x1"; },
       "/linux/memoryPolicy/nodes: '0x1' is not a list as '0-3,7'"},
      {[](Linux& l) { l.memory_policy->mode = "MPOL_LOCAL"; },
       "/linux/memoryPolicy/nodes: MPOL_LOCAL takes none"},
      {[](Linux& l) { l.memory_policy->nodes = ""; },
       "/linux/memoryPolicy/nodes: MPOL_INTERLEAVE needs some"},
      {[](Linux& l) { l.seccomp->default_action = "SCMP_ACT_ALOW"; },
       "/linux/seccomp/defaultAction: 'SCMP_ACT_ALOW' is unknown; did you mean 'SCMP_ACT_ALLOW'"},
      {[](Linux& l) { l.seccomp->default_action = "SCMP_ACT_ALLOW"; },
       "/linux/seccomp/defaultErrnoRet: SCMP_ACT_ALLOW returns no errno"},
      {[](Linux& l) { l.seccomp->architectures[0] = "X86"; },
       "/linux/seccomp/architectures/0: 'X86' is unknown"},
      {[](Linux& l) { l.seccomp->flags->push_back("SECCOMP_FILTER_FLAG_LOGS"); },
       "/linux/seccomp/flags/0: 'SECCOMP_FILTER_FLAG_LOGS' is unknown; did you mean "
       "'SECCOMP_FILTER_FLAG_LOG'"},
      {[](Linux& l) { l.seccomp->listener_path = ""; },
       "/linux/seccomp/listenerMetadata: is there without listenerPath"},
      {[](Linux& l) { l.seccomp->syscalls[0].names.clear(); },
       "/linux/seccomp/syscalls/0/names: is empty"},
      {[](Linux& l) { l.seccomp->syscalls[1].action = "ERRNO"; },
       "/linux/seccomp/syscalls/1/action: 'ERRNO' is unknown"},
      {[](Linux& l) { l.seccomp->syscalls[1].action = "SCMP_ACT_KILL"; },
       "/linux/seccomp/syscalls/1/errnoRet: SCMP_ACT_KILL returns no errno"},
      {[](Linux& l) { l.seccomp->syscalls[1].args[0].op = "SCMP_CMP_EG"; },
       "/linux/seccomp/syscalls/1/args/0/op: 'SCMP_CMP_EG' is unknown; did you mean 'SCMP_CMP_EQ'"},
      {[](Linux& l) { l.seccomp->syscalls[1].args[0].index = 6; },
       "/linux/seccomp/syscalls/1/args/0/index: 6 is not from 0 to 5"},
  };
  for (const Case& c : cases)
    CHECK(refusal([&](Config& config) { c.change(config.linux_section); }) == c.message);
}

TEST_CASE("limits that no cgroup can have are refused") {
  struct Case {
    std::function<void(Resources&)> change;
    std::string message;
  };
  const Case cases[] = {
      {[](Resources& r) { r.memory.limit = -2; },
       "/linux/resources/memory/limit: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.memory.reservation = -2; },
       "/linux/resources/memory/reservation: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.memory.swap = -2; },
       "/linux/resources/memory/swap: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.memory.kernel = -2; },
       "/linux/resources/memory/kernel: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.memory.kernel_tcp = -2; },
       "/linux/resources/memory/kernelTCP: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.memory.swappiness = 101; },
       "/linux/resources/memory/swappiness: 101 is not from 0 to 100"},
      {[](Resources& r) { r.pids.limit = -2; },
       "/linux/resources/pids/limit: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.cpu.quota = -2; },
       "/linux/resources/cpu/quota: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.cpu.realtime_runtime = -2; },
       "/linux/resources/cpu/realtimeRuntime: -2 is neither a limit nor -1"},
      {[](Resources& r) { r.cpu.quota = 999; },
       "/linux/resources/cpu/burst: 1000 is above the quota 999"},
      {[](Resources& r) { r.cpu.idle = 2; }, "/linux/resources/cpu/idle: 2 is not from 0 to 1"},
      {[](Resources& r) {
         r.block_io.weight_device.push_back({8, 1, {}, {}});
       },
       "/linux/resources/blockIO/weightDevice/1: has neither weight nor leafWeight"},
      {[](Resources& r) { r.hugepage_limits[0].page_size = "2mb"; },
       "/linux/resources/hugepageLimits/0/pageSize: '2mb' is not a size as '2MB'"},
      {[](Resources& r) { r.hugepage_limits[0].page_size = "02MB"; },
       "/linux/resources/hugepageLimits/0/pageSize: '02MB' is not a size as '2MB'"},
      {[](Resources& r) { r.hugepage_limits[0].page_size = "../2MB"; },
       "/linux/resources/hugepageLimits/0/pageSize: '../2MB' is not a size as '2MB'"},
      {[](Resources& r) { r.rdma["a/b"] = {}; },
       "/linux/resources/rdma/a~1b: has neither hcaHandles nor hcaObjects"},
      {[](Resources& r) { r.unified["../cgroup.procs"] = "1"; },
       "/linux/resources/unified: '../cgroup.procs' is not the name of a file"},
      {[](Resources& r) { r.unified[".."] = "1"; },
       "/linux/resources/unified: '..' is not the name of a file"},
  };
  for (const Case& c : cases)
    CHECK(refusal([&](Config& config) { c.change(*config.linux_section.resources); }) == c.message);
}

TEST_CASE("values that managers write for unset are accepted") {
  CHECK(refusal([](Config& c) {
          Resources& r = *c.linux_section.resources;
          r.memory.swappiness = UINT64_MAX;
          r.memory.limit = 0;
          r.pids.limit = -1;
          r.cpu.quota = 0;
          r.cpu.shares = 0;
          r.block_io.weight = 0;
        }) == "(accepted)");
}

TEST_CASE("one device under two paths is warned about, one path listed twice alike is not") {
  CHECK(warnings([](Config& c) {
          auto& devices = c.linux_section.devices;
          devices.push_back(devices[0]);
          devices.push_back(devices[0]);
          devices.back().path = "/dev/other";
          devices.back().type = "u";
          devices.push_back(devices[1]);
          devices.back().path = "/dev/queue2";
        }) == std::vector<std::string>{
                  "/linux/devices/3: '/dev/other' is the same device as '/dev/fuse'"});
}

TEST_CASE("a process alone is checked under its own pointer") {
  Process process;
  process.cwd = "/";
  CHECK(check_process(process, "").error().message() == "/args: is missing or empty");
}

}  // namespace hull::spec
