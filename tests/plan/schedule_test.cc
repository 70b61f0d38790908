// SPDX-License-Identifier: Apache-2.0
#include "plan/schedule.h"

#include "plans.h"

namespace hull::plan {
namespace {

std::string in_process(std::string_view kinds, std::string_view more, std::string_view rest = "") {
  return outcome(
      kinds,
      document(
          hull::format(
              R"("process": {{"cwd": "/", "args": ["a"], "user": {{"uid": 0, "gid": 0}}, {}}}, )",
              more) +
          std::string(rest) + linux_section("mount")));
}

std::string scheduler(std::string_view value, std::string_view rest = "") {
  return in_process("scheduler", hull::format(R"("scheduler": {})", value), rest);
}

std::string memory(std::string_view value) {
  return outcome(
      "memory",
      document(R"("process": {"cwd": "/", "args": ["a"], "user": {"uid": 0, "gid": 0}}, )" +
               linux_section("mount", hull::format(R"("memoryPolicy": {})", value))));
}

TEST_CASE("nothing is planned that was not asked for") {
  CHECK(in_process("scheduler|io priority|memory policy|exec affinity", R"("env": [])") == "");
}

TEST_CASE("every policy has its number, and what is left out is 0") {
  CHECK(scheduler(R"({"policy": "SCHED_OTHER"})") == "scheduler: SCHED_OTHER, nice 0\n");
  CHECK(scheduler(R"({"policy": "SCHED_BATCH", "nice": -20})") ==
        "scheduler: SCHED_BATCH, nice -20\n");
  CHECK(scheduler(R"({"policy": "SCHED_FIFO", "priority": 1})") ==
        "scheduler: SCHED_FIFO, nice 0, priority 1\n");
  CHECK(scheduler(R"({"policy": "SCHED_RR", "priority": 99})") ==
        "scheduler: SCHED_RR, nice 0, priority 99\n");
  CHECK(scheduler(R"({"policy": "SCHED_ISO"})") == "scheduler: SCHED_ISO, nice 0\n");
  CHECK(scheduler(R"({"policy": "SCHED_IDLE"})") == "scheduler: SCHED_IDLE, nice 0\n");
  CHECK(scheduler(
            R"({"policy": "SCHED_DEADLINE", "runtime": 1024, "deadline": 2000, "period": 3000})") ==
        "scheduler: SCHED_DEADLINE, nice 0, runtime 1024 ns, deadline 2000 ns, period 3000 ns\n");
}

TEST_CASE("flags are the kernel's bits") {
  CHECK(scheduler(R"({"policy": "SCHED_OTHER", "flags": ["SCHED_FLAG_RESET_ON_FORK",
      "SCHED_FLAG_RECLAIM", "SCHED_FLAG_DL_OVERRUN", "SCHED_FLAG_KEEP_POLICY",
      "SCHED_FLAG_KEEP_PARAMS", "SCHED_FLAG_UTIL_CLAMP_MIN", "SCHED_FLAG_UTIL_CLAMP_MAX"]})") ==
        "scheduler: SCHED_OTHER, nice 0, flags 0x7f\n");
  CHECK(scheduler(R"({"policy": "SCHED_OTHER", "flags": ["SCHED_FLAG_UTIL_CLAMP_MAX"]})") ==
        "scheduler: SCHED_OTHER, nice 0, flags 0x40\n");
}

TEST_CASE("a static priority is for real time, and real time needs one") {
  CHECK(scheduler(R"({"policy": "SCHED_FIFO"})") ==
        "refused: /process/scheduler/priority: SCHED_FIFO needs one from 1 to 99\n");
  CHECK(scheduler(R"({"policy": "SCHED_BATCH", "priority": 4})") ==
        "refused: /process/scheduler/priority: SCHED_BATCH takes none but 0, not 4\n");
}

TEST_CASE("runtime, deadline and period fit into each other") {
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 1023, "deadline": 2000})") ==
        "refused: /process/scheduler/runtime: 1023 ns are below the kernel's least, 1024\n");
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 2001, "deadline": 2000})") ==
        "refused: /process/scheduler/deadline: 2000 ns are below the runtime, 2001\n");
  CHECK(scheduler(
            R"({"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 2000, "period": 1999})") ==
        "refused: /process/scheduler/period: 1999 ns are below the deadline, 2000\n");
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 2000,
                      "deadline": 9223372036854775808})") ==
        "refused: /process/scheduler/deadline: 9223372036854775808 ns are too much\n");
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 2000,
                      "period": 9223372036854775808})") ==
        "refused: /process/scheduler/period: 9223372036854775808 ns are too much\n");
}

TEST_CASE("what the policy makes no use of is warned about") {
  CHECK(scheduler(R"({"policy": "SCHED_RR", "priority": 1, "nice": 3, "runtime": 7})") ==
        "scheduler: SCHED_RR, nice 3, priority 1, runtime 7 ns\n"
        "warning: /process/scheduler/nice: SCHED_RR makes no use of it\n"
        "warning: /process/scheduler/runtime: SCHED_RR makes no use of it\n");
  CHECK(scheduler(R"({"policy": "SCHED_OTHER", "runtime": 3000000, "deadline": 1, "period": 1})") ==
        "scheduler: SCHED_OTHER, nice 0, runtime 3000000 ns, deadline 1 ns, period 1 ns\n"
        "warning: /process/scheduler/deadline: SCHED_OTHER makes no use of it\n"
        "warning: /process/scheduler/period: SCHED_OTHER makes no use of it\n");
}

TEST_CASE("startContainer hooks are children, which a process with a deadline cannot have") {
  constexpr std::string_view kHook = R"("hooks": {"startContainer": [{"path": "/a"}]}, )";
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 2000})", kHook) ==
        "refused: /process/scheduler: no startContainer hook can be started by a process of "
        "SCHED_DEADLINE without SCHED_FLAG_RESET_ON_FORK\n");
  CHECK(scheduler(R"({"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 2000,
                      "flags": ["SCHED_FLAG_RESET_ON_FORK"]})",
                  kHook) ==
        "scheduler: SCHED_DEADLINE, nice 0, flags 0x1, runtime 2000 ns, deadline 2000 ns\n");
  CHECK(scheduler(R"({"policy": "SCHED_IDLE"})", kHook) == "scheduler: SCHED_IDLE, nice 0\n");
}

TEST_CASE("an I/O priority is a class and a level") {
  auto io = [](std::string_view name) {
    return in_process("io",
                      hull::format(R"("ioPriority": {{"class": "{}", "priority": 4}})", name));
  };
  CHECK(io("IOPRIO_CLASS_RT") == "io priority: IOPRIO_CLASS_RT 4\n");
  CHECK(io("IOPRIO_CLASS_BE") == "io priority: IOPRIO_CLASS_BE 4\n");
  CHECK(io("IOPRIO_CLASS_IDLE") == "io priority: IOPRIO_CLASS_IDLE 4\n");
}

TEST_CASE("the processors of exec are two lists, of any size") {
  CHECK(in_process("exec", R"("execCPUAffinity": {"initial": "0, 1500", "final": "0-3,2"})") ==
        "exec affinity initial: 0,1500\n"
        "exec affinity final: 0-3\n");
  CHECK(in_process("exec", R"("execCPUAffinity": {"initial": "", "final": "1"})") ==
        "exec affinity final: 1\n");
  CHECK(in_process("exec", R"("execCPUAffinity": {"initial": "2-1"})") ==
        "refused: /process/execCPUAffinity/initial: '2-1' ends before it begins\n");
  CHECK(in_process("exec", R"("execCPUAffinity": {"final": "0-40000"})") ==
        "refused: /process/execCPUAffinity/final: '0-40000' goes beyond 32767\n");
}

TEST_CASE("a memory policy is a mode, nodes and flags") {
  CHECK(memory(R"({"mode": "MPOL_BIND", "nodes": "0-3,7"})") ==
        "memory policy: MPOL_BIND, nodes 0-3,7\n");
  CHECK(memory(R"({"mode": "MPOL_WEIGHTED_INTERLEAVE", "nodes": "1100"})") ==
        "memory policy: MPOL_WEIGHTED_INTERLEAVE, nodes 1100\n");
  CHECK(memory(R"({"mode": "MPOL_DEFAULT"})") == "memory policy: MPOL_DEFAULT\n");
  CHECK(memory(R"({"mode": "MPOL_PREFERRED_MANY", "nodes": "1",
                   "flags": ["MPOL_F_NUMA_BALANCING", "MPOL_F_STATIC_NODES"]})") ==
        "memory policy: MPOL_PREFERRED_MANY, nodes 1, flags 0xa000\n");
  CHECK(memory(R"({"mode": "MPOL_BIND", "nodes": "1,"})") ==
        "refused: /linux/memoryPolicy/nodes: '' is neither a number nor a range as '0-3'\n");
  CHECK(memory(R"({"mode": "MPOL_BIND", "nodes": "1",
                   "flags": ["MPOL_F_STATIC_NODES", "MPOL_F_RELATIVE_NODES"]})") ==
        "refused: /linux/memoryPolicy/flags: MPOL_F_STATIC_NODES and MPOL_F_RELATIVE_NODES exclude "
        "each other\n");
}

}  // namespace
}  // namespace hull::plan
