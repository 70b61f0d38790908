// SPDX-License-Identifier: Apache-2.0
#include "sys/schedule.h"

#include <doctest/doctest.h>
#include <linux/ioprio.h>
#include <linux/mempolicy.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"

namespace hull::sys {
namespace {

using kit::in_child;

std::vector<unsigned long> affinity() {
  std::vector<unsigned long> words(512);
  const long got =
      ::syscall(SYS_sched_getaffinity, 0, words.size() * sizeof words[0], words.data());
  words.resize(got < 0 ? 0 : static_cast<std::size_t>(got) / sizeof words[0]);
  return words;
}

TEST_CASE("a set of processors larger than the kernel's counts as far as they exist") {
  CHECK(in_child([]() -> std::string {
          const std::vector<unsigned long> before = affinity();
          std::size_t word = 0;
          while (before[word] == 0) ++word;
          const unsigned long first = before[word] & -before[word];
          std::vector<unsigned long> wanted(512);
          wanted[word] = first;
          wanted[511] = 1;  // Processor 32704, which nobody has.
          auto set = run_on(wanted);
          if (!set) return kit::message_of(set);
          std::vector<unsigned long> expected(before.size());
          expected[word] = first;
          return affinity() == expected ? "that one alone" : "others";
        }) == "that one alone");
}

TEST_CASE("no processor that exists is an error") {
  CHECK(in_child([] {
          std::vector<unsigned long> wanted(512);
          wanted[511] = 1;
          return kit::message_of(run_on(wanted));
        }) == "sched_setaffinity: invalid argument");
}

TEST_CASE("policy and nice value are set, and reset to those of a fresh process") {
  CHECK(in_child([]() -> std::string {
          auto set = set_scheduling(0, {.policy = SCHED_BATCH, .nice = 4});
          if (!set) return kit::message_of(set);
          return std::to_string(::sched_getscheduler(0)) + " " +
                 std::to_string(::getpriority(PRIO_PROCESS, 0));
        }) == "3 4");
  CHECK(in_child([] {
          return kit::message_of(set_scheduling(0, {.policy = SCHED_FIFO, .priority = 0}));
        }) == "sched_setattr(0, policy 1, nice 0, priority 0): invalid argument");
}

TEST_CASE("an I/O priority is set for another task too") {
  CHECK(in_child([]() -> std::string {
          auto set = set_io_priority(::getpid(), IOPRIO_CLASS_BE, 6);
          if (!set) return kit::message_of(set);
          const long value = ::syscall(SYS_ioprio_get, IOPRIO_WHO_PROCESS, 0);
          return std::to_string(IOPRIO_PRIO_CLASS(value)) + " " +
                 std::to_string(IOPRIO_PRIO_DATA(value));
        }) == "2 6");
}

TEST_CASE("the last bit of a mask of nodes counts") {
  if (::access("/sys/devices/system/node/node0", F_OK) != 0)
    return kit::skip("a kernel with CONFIG_NUMA");
  if (kit::lacks({kit::kSetMempolicy})) return;
  const auto policy_on = [](std::vector<unsigned long> nodes) {
    return in_child([&]() -> std::string {
      auto set = set_memory_policy(MPOL_BIND, nodes);
      if (!set) return kit::message_of(set);
      int mode = -1;
      unsigned long got[512] = {};
      ::syscall(SYS_get_mempolicy, &mode, got, 8 * sizeof got, nullptr, 0);
      return std::to_string(mode) + " on " + std::to_string(got[0]);
    });
  };
  CHECK(policy_on({1}) == "2 on 1");
  // As many words as the kernel looks at, for up to 32768 nodes.
  std::vector<unsigned long> wide(512);
  wide[0] = 1;
  CHECK(policy_on(wide) == "2 on 1");
  // Node 63 alone: not there, and the kernel was told of it.
  CHECK(policy_on({1UL << 63}) == "set_mempolicy(0x2): invalid argument");
}

TEST_CASE("no memory policy is a fresh process's") {
  if (::access("/sys/devices/system/node/node0", F_OK) != 0)
    return kit::skip("a kernel with CONFIG_NUMA");
  if (kit::lacks({kit::kSetMempolicy})) return;
  CHECK(in_child([]() -> std::string {
          const unsigned long node = 1;
          auto set = set_memory_policy(MPOL_BIND, {&node, 1});
          if (!set) return kit::message_of(set);
          auto reset = reset_memory_policy();
          int mode = -1;
          ::syscall(SYS_get_mempolicy, &mode, nullptr, 0, nullptr, 0);
          return kit::message_of(reset) + std::to_string(mode);
        }) == "0");
}

}  // namespace
}  // namespace hull::sys
