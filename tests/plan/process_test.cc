// SPDX-License-Identifier: Apache-2.0
#include "plan/process.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kMaps =
    R"("uidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}],
       "gidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}])";

std::string process(std::string_view kinds, std::string_view more,
                    std::string_view user = R"("uid": 0, "gid": 0)",
                    std::string_view section = R"("linux": {"namespaces": [{"type": "mount"}]})") {
  return outcome(
      kinds,
      document(hull::format(R"("process": {{"cwd": "/", "args": ["sh"], "user": {{{}}}{}{}}}, )",
                            user, more.empty() ? "" : ", ", more) +
               std::string(section)));
}

}  // namespace

TEST_CASE("a container may have no process yet") {
  CHECK(outcome("no process", document(linux_section("mount"))) == "no process\n");
}

TEST_CASE("ids, groups and directory are as asked, the umask is 022 unless asked") {
  CHECK(process("user|cwd|arg", "", R"("uid": 7, "gid": 8, "additionalGids": [9, 10])") ==
        "user: 7:8, groups 9 10, umask 022\n"
        "cwd: /\n"
        "arg: sh\n");
  CHECK(process("user", "", R"("uid": 0, "gid": 0, "umask": 63)") == "user: 0:0, umask 077\n");
  CHECK(process("user", "", R"("uid": 0, "gid": 0, "umask": 512)") ==
        "refused: /process/user/umask: 512 is above 511 (0777)\n");
}

TEST_CASE("of a variable that is there twice the last stays, in its place") {
  CHECK(process("env", R"("env": ["A=1", "B=2", "A=3", "C=", "B=2"])") ==
        "env: A=3\n"
        "env: C=\n"
        "env: B=2\n");
  CHECK(process("env", R"("env": ["A", "=B", "A=1"])") ==
        "env: =B\n"
        "env: A=1\n"
        "warning: /process/env/1: '=B' is not of the form NAME=VALUE\n"
        "warning: /process/env/0: 'A' is not of the form NAME=VALUE\n");
}

TEST_CASE("the console's size counts only with a terminal") {
  constexpr std::string_view kSize = R"("consoleSize": {"height": 25, "width": 80})";
  CHECK(process("terminal", kSize) == "");
  CHECK(process("terminal", R"("terminal": true)") == "terminal\n");
  CHECK(process("terminal", R"("terminal": true, )" + std::string(kSize)) ==
        "terminal: 80 columns, 25 rows\n");
  CHECK(process("terminal", R"("terminal": true, "consoleSize": {"height": 65536, "width": 80})") ==
        "refused: /process/consoleSize/height: 65536 is above 65535\n");
}

TEST_CASE("every id of the process must be mapped in a user namespace that we make") {
  const std::string section = linux_section("mount user", kMaps);
  CHECK(process("user", "", R"("uid": 9, "gid": 9, "additionalGids": [9])", section) ==
        "user: 9:9, groups 9, umask 022\n");
  CHECK(process("user", "", R"("uid": 10, "gid": 0)", section) ==
        "refused: /process/user/uid: 10 is not mapped by /linux/uidMappings\n");
  CHECK(process("user", "", R"("uid": 0, "gid": 10)", section) ==
        "refused: /process/user/gid: 10 is not mapped by /linux/gidMappings\n");
  CHECK(process("user", "", R"("uid": 0, "gid": 0, "additionalGids": [1, 10])", section) ==
        "refused: /process/user/additionalGids/1: 10 is not mapped by /linux/gidMappings\n");
  CHECK(process("user", "", R"("uid": 10, "gid": 10)", linux_section("mount user=/u", kMaps)) ==
        "user: 10:10, umask 022\n");
}

TEST_CASE("the oom score is set only when asked for, and within the kernel's range") {
  CHECK(process("oom", "") == "");
  CHECK(process("oom", R"("oomScoreAdj": 0)") == "oom score: 0\n");
  CHECK(process("oom", R"("oomScoreAdj": -1000)") == "oom score: -1000\n");
  CHECK(process("oom", R"("oomScoreAdj": 1001)") ==
        "refused: /process/oomScoreAdj: 1001 is not in -1000-1000\n");
}

TEST_CASE("there are two personalities and no flags") {
  auto personality = [](std::string_view value) {
    return process("personality", "", R"("uid": 0, "gid": 0)",
                   linux_section("mount", R"("personality": )" + std::string(value)));
  };
  CHECK(personality(R"({"domain": "LINUX"})") == "");
  CHECK(personality(R"({"domain": "LINUX32", "flags": []})") == "personality: 8\n");
  CHECK(personality(R"({"domain": "linux"})") ==
        "refused: /linux/personality/domain: 'linux' is neither LINUX nor LINUX32\n");
  CHECK(personality(R"({"domain": "LINUX", "flags": ["ADDR_NO_RANDOMIZE"]})") ==
        "refused: /linux/personality/flags/0: 'ADDR_NO_RANDOMIZE' is not a flag\n");
}

TEST_CASE("resource limits are the kernel's by name") {
  auto limits = [](std::string_view list) {
    return process("limit", hull::format(R"("rlimits": [{}])", list));
  };
  CHECK(limits(R"({"type": "RLIMIT_NOFILE", "soft": 1024, "hard": 4096},
                  {"type": "RLIMIT_CORE", "soft": 0, "hard": 18446744073709551615})") ==
        "limit RLIMIT_NOFILE: 1024 of 4096\n"
        "limit RLIMIT_CORE: 0 of 18446744073709551615\n");
  CHECK(limits(R"({"type": "RLIMIT_NOFILES", "soft": 1, "hard": 1})") ==
        "refused: /process/rlimits/0/type: 'RLIMIT_NOFILES' is not a resource limit; "
        "'RLIMIT_NOFILE' is\n");
  CHECK(limits(R"({"type": "NOTHING", "soft": 1, "hard": 1})") ==
        "refused: /process/rlimits/0/type: 'NOTHING' is not a resource limit\n");
  CHECK(limits(R"({"type": "RLIMIT_AS", "soft": 1, "hard": 1},
                  {"type": "RLIMIT_AS", "soft": 1, "hard": 1})") ==
        "refused: /process/rlimits/1/type: 'RLIMIT_AS' is there twice\n");
  CHECK(limits(R"({"type": "RLIMIT_AS", "soft": 2, "hard": 1})") ==
        "refused: /process/rlimits/0/soft: 2 is above the hard limit 1\n");
}

TEST_CASE("where setgroups is denied the groups stay the caller's, and none can be asked for") {
  Facts facts;
  facts.setgroups_denied = true;
  auto user = [&](std::string_view groups) {
    return outcome("user",
                   document(hull::format(R"("process": {{"cwd": "/", "args": ["a"],
                     "user": {{"uid": 0, "gid": 0, "additionalGids": [{}]}}}})",
                                         groups)),
                   facts);
  };
  CHECK(user("") == "user: 0:0, groups of the caller, umask 022\n");
  CHECK(user("5") ==
        "refused: /process/user/additionalGids: cannot be set where setgroups(2) is denied, as it "
        "is when the caller's own group alone is mapped; /linux/gidMappings with ranges of "
        "/etc/subgid can have groups\n");
}

}  // namespace hull::plan
