// SPDX-License-Identifier: Apache-2.0
#include "host/birth.h"

#include <doctest/doctest.h>
#include <linux/seccomp.h>
#include <sys/resource.h>

#include "plan/seccomp.h"
#include "seccomp/program.h"
#include "seccomp/ruleset.h"

namespace hull::host {
namespace {

constexpr std::uint32_t kErrno = SECCOMP_RET_ERRNO | 1;

/// A profile that lets all pass but `names`, which get `action`.
seccomp::Program all_but(std::vector<std::string> names, std::uint32_t action = kErrno) {
  plan::Seccomp profile;
  profile.default_action = SECCOMP_RET_ALLOW;
  profile.rules.push_back({.names = std::move(names), .action = action, .tests = {}});
  std::vector<std::string> warnings;
  auto ruleset = seccomp::resolve(profile, warnings);
  REQUIRE(ruleset);
  auto program = seccomp::compile(*ruleset);
  REQUIRE(program);
  return std::move(program).value();
}

plan::Plan plan_of_a_process() {
  plan::Plan plan;
  plan.process.emplace();
  plan.process->no_new_privileges = true;
  return plan;
}

TEST_CASE("a filter is loaded before the clone if it lets all pass that comes after") {
  plan::Plan plan = plan_of_a_process();
  CHECK(lets_be_born(all_but({"mount", "clone3", "ptrace"}), plan));
  for (const char* name : {"clone", "setsid", "read", "write", "execve", "exit_group"}) {
    CAPTURE(name);
    CHECK(!lets_be_born(all_but({name}), plan));
  }
}

TEST_CASE("what only some plans need counts only there") {
  plan::Plan plan = plan_of_a_process();
  CHECK(lets_be_born(all_but({"ioctl", "capset"}), plan));
  plan.process->terminal = true;
  CHECK(!lets_be_born(all_but({"ioctl"}), plan));
  CHECK(lets_be_born(all_but({"capset"}), plan));
  CHECK(lets_be_born(all_but({"prlimit64"}), plan));
  plan.process->limits.push_back({.resource = RLIMIT_NPROC, .soft = 1, .hard = 1});
  CHECK(!lets_be_born(all_but({"prlimit64"}), plan));
  plan.process->no_new_privileges = false;
  CHECK(!lets_be_born(all_but({"capset"}), plan));
}

TEST_CASE("a call that somebody else answers for does not pass, one that is logged does") {
  plan::Plan plan = plan_of_a_process();
  CHECK(!lets_be_born(all_but({"setsid"}, SECCOMP_RET_USER_NOTIF), plan));
  CHECK(!lets_be_born(all_but({"setsid"}, SECCOMP_RET_TRACE), plan));
  CHECK(lets_be_born(all_but({"setsid"}, SECCOMP_RET_LOG), plan));
}

TEST_CASE("rules on the flags of clone are asked for ours") {
  plan::Plan plan = plan_of_a_process();
  plan::Seccomp profile;
  profile.default_action = SECCOMP_RET_ALLOW;
  // As Docker's profile has it: nothing that makes a namespace.
  const plan::ArgumentTest no_namespaces = {
      .index = 0, .comparison = plan::Comparison::MaskedEqual, .value = 0, .mask = 0x7e020000};
  profile.default_action = kErrno;
  profile.rules.push_back(
      {.names = {"clone"}, .action = SECCOMP_RET_ALLOW, .tests = {no_namespaces}});
  profile.rules.push_back({.names = {"setsid", "read", "write", "execve", "exit_group"},
                           .action = SECCOMP_RET_ALLOW,
                           .tests = {}});
  std::vector<std::string> warnings;
  auto ruleset = seccomp::resolve(profile, warnings);
  REQUIRE(ruleset);
  auto program = seccomp::compile(*ruleset);
  REQUIRE(program);
  CHECK(lets_be_born(*program, plan));
}

TEST_CASE(
    "a filter that keeps the stage from its work is refused where the process can be traced") {
  plan::Plan plan = plan_of_a_process();
  plan.seccomp.emplace();
  for (bool may_be_traced : {false, true}) {
    CAPTURE(may_be_traced);
    auto proc = sys::Proc::open();
    REQUIRE(proc);
    wire::Inheritance in = {.link = wire::Link(), .proc = *proc};
    in.filter = all_but({"setsid"});
    Launched launched;
    auto prepared = prepare_birth(plan, may_be_traced, in, launched);
    CHECK(!in.filter_first);
    CHECK(static_cast<bool>(prepared) == !may_be_traced);
  }
}

}  // namespace
}  // namespace hull::host
