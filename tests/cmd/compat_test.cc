// SPDX-License-Identifier: Apache-2.0
#include "cmd/compat.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

using life::Compat;

TEST_CASE("the name that the program is called by decides, and --compat more") {
  Globals globals;
  CHECK(compat(globals, "hull") == Compat::None);
  CHECK(compat(globals, "runc") == Compat::Runc);
  CHECK(compat(globals, "crun") == Compat::Crun);
  CHECK(compat(globals, "runc.real") == Compat::None);
  globals.compat = "crun";
  CHECK(compat(globals, "runc") == Compat::Crun);
  globals.compat = "none";
  CHECK(compat(globals, "runc") == Compat::None);
}

struct Wording {
  const char* ours;
  const char* crun;
};

constexpr Wording kWordings[] = {
    {"exec: \"no such\": executable file not found in $PATH",
     "executable file `no such` not found in $PATH: No such file or directory"},
    {"create 'web': exec: \"/x/y\": stat /x/y: no such file or directory",
     "create 'web': executable file `/x/y` not found in $PATH: No such file or directory"},
    {"create 'web': exec: \"/etc\": is a directory: the path `/etc` is not a regular file: "
     "Operation "
     "not permitted",
     "create 'web': the path `/etc` is not a regular file: Operation not permitted"},
    {"exec 'web': exec: \"/vol/x\": permission denied",
     "exec 'web': the path `/vol/x` exists but it is not executable: Permission denied"},
    {"exec 'web': chdir to cwd (\"/missing\") set in config.json failed: no such file or directory",
     "exec 'web': chdir to `/missing`: No such file or directory"},
    {"state 'web': container does not exist", "state 'web': container `web` does not exist"},
    {"create 'web': container with given ID already exists",
     "create 'web': container `web` already exists"},
};

TEST_CASE("callers of crun read its words, others hull's") {
  for (const Wording& wording : kWordings) {
    CHECK(worded(Compat::Crun, wording.ours) == wording.crun);
    CHECK(worded(Compat::Runc, wording.ours) == wording.ours);
    CHECK(worded(Compat::None, wording.ours) == wording.ours);
  }
}

TEST_CASE("a name with quotation marks and braces is quoted whole") {
  CHECK(worded(Compat::Crun, R"(exec: "a": b {}": executable file not found in $PATH)") ==
        "executable file `a\": b {}` not found in $PATH: No such file or directory");
}

TEST_CASE("what stands behind a fragment, such as a hint, stays") {
  CHECK(worded(Compat::Crun, "exec: \"/x\": permission denied; the rules must give it") ==
        "the path `/x` exists but it is not executable: Permission denied; the rules must give it");
}

TEST_CASE("messages without other words stay, and so do beginnings of fragments") {
  for (const char* message :
       {"kill 'web': container not running", "exec: \"x", "exec: \"/x\": exec format error",
        "chdir to cwd (\"/x\") set in config.json failed: not a directory",
        "container does not exist", "state 'web': container does not exist anywhere"})
    CHECK(worded(Compat::Crun, message) == message);
}

}  // namespace
}  // namespace hull::cmd
