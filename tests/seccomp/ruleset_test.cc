// SPDX-License-Identifier: Apache-2.0
#include "seccomp/ruleset.h"

#include <doctest/doctest.h>
#include <linux/audit.h>
#include <linux/seccomp.h>

#include <cerrno>

#include "profiles.h"
#include "seccomp/syscalls.h"

namespace hull::seccomp {
namespace {

/// The action for a call of x86_64, or of another architecture, by its name there.
Verdict verdict_on(const Ruleset& ruleset, const std::string& name,
                   std::initializer_list<std::uint64_t> arguments = {},
                   std::string_view architecture = "SCMP_ARCH_X86_64") {
  const Architecture* found = find_architecture(architecture);
  REQUIRE(found != nullptr);
  seccomp_data call = {};
  call.arch = found->audit;
  const Numbers numbers = numbers_of(*found, name);
  REQUIRE(numbers.direct);
  call.nr = static_cast<int>(*numbers.direct);
  std::size_t i = 0;
  for (std::uint64_t argument : arguments) call.args[i++] = argument;
  return decide(ruleset, call);
}

Ruleset ruleset_of(std::string_view text) {
  Outcome outcome = resolved(profile_of(text));
  REQUIRE(outcome.said == "");
  return std::move(outcome.ruleset);
}

constexpr std::uint32_t kEperm = SECCOMP_RET_ERRNO | EPERM;
constexpr std::uint32_t kEnosys = SECCOMP_RET_ERRNO | ENOSYS;

}  // namespace

TEST_CASE("a rule without args decides over those with") {
  const Outcome outcome = resolved(profile_of(R"({"defaultAction": "SCMP_ACT_ERRNO",
    "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["ioctl"], "action": "SCMP_ACT_KILL", "args": [
      {"index": 1, "value": 1, "op": "SCMP_CMP_EQ"}]},
    {"names": ["ioctl"], "action": "SCMP_ACT_ALLOW"}]})"));
  CHECK(verdict_on(outcome.ruleset, "ioctl", {0, 1}).action == SECCOMP_RET_ALLOW);
  CHECK(outcome.said ==
        "/linux/seccomp/syscalls/0 never decides about 'ioctl': /linux/seccomp/syscalls/1 has no "
        "args, and so decides about every call");
}

TEST_CASE("of rules without args the first decides, but for one that repeats the default") {
  const Outcome outcome = resolved(profile_of(R"({"defaultAction": "SCMP_ACT_ERRNO",
    "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["mount"], "action": "SCMP_ACT_ERRNO"},
    {"names": ["mount"], "action": "SCMP_ACT_LOG"},
    {"names": ["mount"], "action": "SCMP_ACT_ALLOW"}]})"));
  CHECK(verdict_on(outcome.ruleset, "mount").action == SECCOMP_RET_LOG);
}

TEST_CASE("of rules whose tests hold the strictest decides, in whatever order they stand") {
  for (std::string_view rules : {R"({"names": ["ioctl"], "action": "SCMP_ACT_ALLOW",
            "args": [{"index": 0, "value": 2, "op": "SCMP_CMP_LE"}]},
           {"names": ["ioctl"], "action": "SCMP_ACT_ERRNO", "errnoRet": 13,
            "args": [{"index": 1, "value": 21522, "op": "SCMP_CMP_EQ"}]})",
                                 R"({"names": ["ioctl"], "action": "SCMP_ACT_ERRNO", "errnoRet": 13,
            "args": [{"index": 1, "value": 21522, "op": "SCMP_CMP_EQ"}]},
           {"names": ["ioctl"], "action": "SCMP_ACT_ALLOW",
            "args": [{"index": 0, "value": 2, "op": "SCMP_CMP_LE"}]})"}) {
    const Ruleset ruleset = ruleset_of(R"({"defaultAction": "SCMP_ACT_LOG",
      "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [)" +
                                       std::string(rules) + "]}");
    CHECK(verdict_on(ruleset, "ioctl", {1, 21522}).action == (SECCOMP_RET_ERRNO | EACCES));
    CHECK(verdict_on(ruleset, "ioctl", {1, 1}).action == SECCOMP_RET_ALLOW);
    CHECK(verdict_on(ruleset, "ioctl", {3, 1}).action == SECCOMP_RET_LOG);
  }
}

TEST_CASE("tests of one argument in one rule are alternatives") {
  const Ruleset ruleset = ruleset_of(R"({"defaultAction": "SCMP_ACT_ERRNO",
    "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["personality"], "action": "SCMP_ACT_ALLOW", "args": [
      {"index": 0, "value": 0, "op": "SCMP_CMP_EQ"},
      {"index": 0, "value": 8, "op": "SCMP_CMP_EQ"}]}]})");
  CHECK(verdict_on(ruleset, "personality", {0}).action == SECCOMP_RET_ALLOW);
  CHECK(verdict_on(ruleset, "personality", {8}).action == SECCOMP_RET_ALLOW);
  CHECK(verdict_on(ruleset, "personality", {1}).action == kEperm);
}

TEST_CASE(
    "a call that is newer than the profile fails with ENOSYS, where a default would deny it") {
  const Ruleset denies = ruleset_of(R"({"defaultAction": "SCMP_ACT_KILL",
    "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["openat2"], "action": "SCMP_ACT_ALLOW"}]})");
  CHECK(verdict_on(denies, "openat2").action == SECCOMP_RET_ALLOW);
  CHECK(verdict_on(denies, "pidfd_getfd").action == kEnosys);
  CHECK(verdict_on(denies, "pidfd_getfd").reason == Reason::Newer);
  CHECK(verdict_on(denies, "mount").action == SECCOMP_RET_KILL_THREAD);
  const Ruleset allows = ruleset_of(R"({"defaultAction": "SCMP_ACT_LOG",
    "architectures": ["SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["openat2"], "action": "SCMP_ACT_ERRNO"}]})");
  CHECK(verdict_on(allows, "pidfd_getfd").action == SECCOMP_RET_LOG);
}

TEST_CASE("calls of an architecture that is not named end the process") {
  const Ruleset ruleset = ruleset_of(R"({"defaultAction": "SCMP_ACT_ALLOW"})");
  CHECK(verdict_on(ruleset, "read", {}, "SCMP_ARCH_S390X").action == SECCOMP_RET_KILL_PROCESS);
  if (native_architecture().name == "SCMP_ARCH_X86_64")
    CHECK(verdict_on(ruleset, "read", {}, "SCMP_ARCH_X32").reason == Reason::Architecture);
}

TEST_CASE("socketcall hides its arguments: who denies some of its sockets denies them all") {
  const Ruleset denies = ruleset_of(R"({"defaultAction": "SCMP_ACT_ALLOW",
    "architectures": ["SCMP_ARCH_X86"], "syscalls": [
    {"names": ["socket"], "action": "SCMP_ACT_ERRNO", "args": [
      {"index": 0, "value": 40, "op": "SCMP_CMP_EQ"}]}]})");
  constexpr std::uint64_t kSocket = 1, kBind = 2;
  CHECK(verdict_on(denies, "socket", {2}, "SCMP_ARCH_X86").action == SECCOMP_RET_ALLOW);
  CHECK(verdict_on(denies, "socket", {40}, "SCMP_ARCH_X86").action == kEperm);
  CHECK(verdict_on(denies, "socketcall", {kSocket}, "SCMP_ARCH_X86").action == kEperm);
  CHECK(verdict_on(denies, "socketcall", {kBind}, "SCMP_ARCH_X86").action == SECCOMP_RET_ALLOW);
  const Ruleset allows = ruleset_of(R"({"defaultAction": "SCMP_ACT_ERRNO",
    "architectures": ["SCMP_ARCH_X86"], "syscalls": [
    {"names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [
      {"index": 0, "value": 1, "op": "SCMP_CMP_EQ"}]},
    {"names": ["bind", "statmount"], "action": "SCMP_ACT_ALLOW"}]})");
  CHECK(verdict_on(allows, "socketcall", {kSocket}, "SCMP_ARCH_X86").action == kEperm);
  CHECK(verdict_on(allows, "socketcall", {kBind}, "SCMP_ARCH_X86").action == SECCOMP_RET_ALLOW);
  CHECK(verdict_on(allows, "bind", {}, "SCMP_ARCH_X86").action == SECCOMP_RET_ALLOW);
}

TEST_CASE("narrow architectures compare the lower half of an argument") {
  const Ruleset ruleset = ruleset_of(R"({"defaultAction": "SCMP_ACT_ALLOW",
    "architectures": ["SCMP_ARCH_X86", "SCMP_ARCH_X86_64"], "syscalls": [
    {"names": ["ioctl"], "action": "SCMP_ACT_ERRNO", "args": [
      {"index": 1, "value": 21522, "op": "SCMP_CMP_EQ"}]}]})");
  constexpr std::uint64_t kWithGarbage = (std::uint64_t{1} << 32) + 21522;
  CHECK(verdict_on(ruleset, "ioctl", {0, kWithGarbage}, "SCMP_ARCH_X86").action == kEperm);
  CHECK(verdict_on(ruleset, "ioctl", {0, kWithGarbage}).action == SECCOMP_RET_ALLOW);
}

TEST_CASE("a name that no architecture has is left out, with the nearest that has") {
  const Outcome outcome = resolved(profile_of(R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [
    {"names": ["openatt", "waitpid", "xyzzyxyzzy"], "action": "SCMP_ACT_ERRNO"}]})"));
  CHECK(outcome.said ==
        "/linux/seccomp/syscalls/0: 'openatt' is no system call of any architecture named, and is "
        "left out; did you mean 'openat'\n"
        "/linux/seccomp/syscalls/0: 'xyzzyxyzzy' is no system call of any architecture named, and "
        "is left out");
}

TEST_CASE("a profile can ask for its names to be known; those of other architectures are") {
  plan::Seccomp profile = {.default_action = SECCOMP_RET_ALLOW, .refuse_unknown = true};
  std::vector<std::string> warnings;
  profile.rules = {{.names = {"read", "waitpid"}, .action = kEperm, .entry = 4}};
  CHECK(resolve(profile, warnings));
  profile.rules[0].names.emplace_back("openn");
  auto refused = resolve(profile, warnings);
  REQUIRE(!refused);
  CHECK(refused.error().message() ==
        "/linux/seccomp/syscalls/4: 'openn' is no system call of any architecture");
  CHECK(warnings.empty());
}

TEST_CASE("an architecture that libseccomp does not know is refused") {
  spec::Seccomp profile = profile_of(R"({"defaultAction": "SCMP_ACT_ALLOW"})");
  profile.architectures = {"SCMP_ARCH_X86_64", "SCMP_ARCH_NONE"};
  CHECK(resolved(profile).said == "refused: /linux/seccomp/architectures/1: libseccomp " +
                                      libseccomp_version() + " has no table for SCMP_ARCH_NONE");
}

}  // namespace hull::seccomp
