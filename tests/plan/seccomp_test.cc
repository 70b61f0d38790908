// SPDX-License-Identifier: Apache-2.0
#include "plan/seccomp.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

std::string seccomp_outcome(std::string_view profile) {
  return outcome("seccomp", document(linux_section("", R"("seccomp": )" + std::string(profile))));
}

}  // namespace

TEST_CASE("a profile is planned in the kernel's numbers") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ERRNO", "defaultErrnoRet": 38,
          "architectures": ["SCMP_ARCH_X86"], "flags": ["SECCOMP_FILTER_FLAG_LOG"], "syscalls": [
          {"names": ["read", "write"], "action": "SCMP_ACT_ALLOW"},
          {"names": ["clone"], "action": "SCMP_ACT_TRACE", "errnoRet": 7, "args": [
            {"index": 0, "value": 255, "valueTwo": 257, "op": "SCMP_CMP_MASKED_EQ"},
            {"index": 2, "value": 3, "op": "SCMP_CMP_GT"}]}]})") ==
        "seccomp: SCMP_ACT_ERRNO (ENOSYS), SCMP_ARCH_X86, flags 0x2\n"
        "seccomp 0: SCMP_ACT_ALLOW for read write\n"
        "seccomp 1: SCMP_ACT_TRACE (7) for clone if arg0 & 0xff == 0x1 and arg2 > 0x3\n");
}

TEST_CASE("without flags a filter slows no load down, with none it has none") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW"})") ==
        "seccomp: SCMP_ACT_ALLOW, flags 0x4\n");
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW", "flags": []})") ==
        "seccomp: SCMP_ACT_ALLOW\n");
}

TEST_CASE("tests of one argument become rules of their own") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_KILL", "flags": [], "syscalls": [
          {"names": ["personality"], "action": "SCMP_ACT_ALLOW", "args": [
            {"index": 0, "value": 0, "op": "SCMP_CMP_EQ"},
            {"index": 0, "value": 8, "op": "SCMP_CMP_EQ"}]}]})") ==
        "seccomp: SCMP_ACT_KILL_THREAD\n"
        "seccomp 0: SCMP_ACT_ALLOW for personality if arg0 == 0x0\n"
        "seccomp 0: SCMP_ACT_ALLOW for personality if arg0 == 0x8\n");
}

TEST_CASE("an errno that no call can return is refused") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ERRNO", "defaultErrnoRet": 4096})") ==
        "refused: /linux/seccomp/defaultErrnoRet: 4096 is not from 0 to 4095\n");
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [
          {"names": ["read"], "action": "SCMP_ACT_TRACE", "errnoRet": 65536}]})") ==
        "refused: /linux/seccomp/syscalls/0/errnoRet: 65536 is not from 0 to 65535\n");
}

TEST_CASE("who notifies needs a listener, and not for every call") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_NOTIFY", "listenerPath": "/run/agent"})") ==
        "refused: /linux/seccomp/defaultAction: SCMP_ACT_NOTIFY would leave even the calls of the "
        "runtime itself to the listener\n");
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [
          {"names": ["read"], "action": "SCMP_ACT_ERRNO"},
          {"names": ["mount"], "action": "SCMP_ACT_NOTIFY"}]})") ==
        "refused: /linux/seccomp/syscalls/1/action: SCMP_ACT_NOTIFY needs "
        "/linux/seccomp/listenerPath\n");
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW", "flags": [],
          "listenerPath": "/run/agent", "syscalls": [
          {"names": ["mount"], "action": "SCMP_ACT_NOTIFY"}]})") ==
        "seccomp: SCMP_ACT_ALLOW, listener /run/agent\n"
        "seccomp 0: SCMP_ACT_NOTIFY for mount\n");
}

TEST_CASE("what only a listener needs has no effect without one") {
  CHECK(seccomp_outcome(R"({"defaultAction": "SCMP_ACT_ALLOW", "listenerPath": "/run/agent",
          "flags": ["SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV"]})") ==
        "seccomp: SCMP_ACT_ALLOW\n"
        "warning: /linux/seccomp/flags/0: SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV has no effect: no "
        "rule notifies\n");
}

}  // namespace hull::plan
