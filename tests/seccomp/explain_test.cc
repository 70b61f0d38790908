// SPDX-License-Identifier: Apache-2.0
#include "seccomp/explain.h"

#include <doctest/doctest.h>

#include "kit/skip.h"
#include "profiles.h"

namespace hull::seccomp {
namespace {

std::string explained(std::string_view profile, const std::string& call,
                      std::vector<std::uint64_t> arguments = {}) {
  auto text = explain(resolved(profile_of(profile)).ruleset, {call, std::move(arguments)});
  return text ? *text : "refused: " + text.error().message();
}

constexpr std::string_view kProfile = R"({
  "defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86"],
  "syscalls": [
    {"names": ["read", "openat2", "waitpid"], "action": "SCMP_ACT_ALLOW"},
    {"names": ["clone"], "action": "SCMP_ACT_ALLOW", "args": [
      {"index": 0, "value": 2114060288, "op": "SCMP_CMP_MASKED_EQ"}]},
    {"names": ["clone"], "action": "SCMP_ACT_KILL", "args": [
      {"index": 0, "value": 268435456, "valueTwo": 268435456, "op": "SCMP_CMP_MASKED_EQ"},
      {"index": 1, "value": 0, "op": "SCMP_CMP_NE"}]}]})";

}  // namespace

TEST_CASE("each architecture has its line, with the rule that decides") {
  if (native_architecture().name != "SCMP_ARCH_X86_64") return kit::skip("x86_64");
  CHECK(explained(kProfile, "read") ==
        "x86_64 read (0): SCMP_ACT_ALLOW: /linux/seccomp/syscalls/0\n"
        "x86 read (3): SCMP_ACT_ALLOW: /linux/seccomp/syscalls/0\n");
  CHECK(explained(kProfile, "mount") ==
        "x86_64 mount (165): SCMP_ACT_ERRNO (EPERM): the default action\n"
        "x86 mount (21): SCMP_ACT_ERRNO (EPERM): the default action\n");
}

TEST_CASE("a call that an architecture lacks has no line there") {
  CHECK(explained(kProfile, "waitpid") ==
        "x86 waitpid (7): SCMP_ACT_ALLOW: /linux/seccomp/syscalls/0\n");
}

TEST_CASE("without arguments the rules that test them are listed as they are asked") {
  if (native_architecture().name != "SCMP_ARCH_X86_64") return kit::skip("x86_64");
  CHECK(explained(kProfile, "56") ==
        "x86_64 clone (56): by its arguments\n"
        "  SCMP_ACT_KILL_THREAD if arg0 & 0x10000000 == 0x10000000 and arg1 != 0x0: "
        "/linux/seccomp/syscalls/2\n"
        "  SCMP_ACT_ALLOW if arg0 & 0x7e020000 == 0x0: /linux/seccomp/syscalls/1\n"
        "  SCMP_ACT_ERRNO (EPERM) else: the default action\n"
        "x86 mpx (56): SCMP_ACT_ERRNO (EPERM): the default action\n");
}

TEST_CASE("with arguments one rule decides") {
  CHECK(explained(kProfile, "clone", {0x11, 0})
            .find("clone (120): SCMP_ACT_ALLOW: /linux/seccomp/syscalls/1 if arg0 & 0x7e020000 == "
                  "0x0") != std::string::npos);
  CHECK(explained(kProfile, "clone", {0x10000000, 1})
            .find("clone (120): SCMP_ACT_KILL_THREAD: /linux/seccomp/syscalls/2 if arg0 & ") !=
        std::string::npos);
  CHECK(explained(kProfile, "clone", {0x10000000, 0})
            .find("clone (120): SCMP_ACT_ERRNO (EPERM): the default action") != std::string::npos);
}

TEST_CASE("a call that is newer than the profile is told as such") {
  CHECK(explained(kProfile, "mseal")
            .find("mseal (462): SCMP_ACT_ERRNO (ENOSYS): newer than the profile: the highest "
                  "number that it names is 437\n") != std::string::npos);
}

TEST_CASE("what is no call is refused, with the nearest that is") {
  CHECK(explained(kProfile, "opennat2") ==
        "refused: 'opennat2' is no system call of the profile's architectures; did you mean "
        "'openat2'?");
  CHECK(explained(kProfile, "read", {1, 2, 3, 4, 5, 6, 7}) ==
        "refused: 7 arguments are given, and a call has 6");
}

}  // namespace hull::seccomp
