// SPDX-License-Identifier: Apache-2.0
#include "host/hooks.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "sys/file.h"

namespace hull::host {
namespace {

spec::Hook shell(const std::string& script) {
  spec::Hook hook;
  hook.path = "/bin/sh";
  hook.args = {"sh", "-c", script};
  return hook;
}

/// What the hook wrote into the file that its first argument names.
std::string written_by(const std::string& script, std::optional<std::vector<std::string>> env) {
  kit::Directory directory;
  spec::Hook hook = shell(script);
  hook.args.emplace_back(directory.path("out"));
  hook.env = std::move(env);
  auto ran = run_hook("poststart", 0, hook, "the state");
  REQUIRE_MESSAGE(ran, (ran ? "" : ran.error().message()));
  auto text = sys::read(sys::FdRef::cwd(), directory.path("out"));
  return text ? *text : text.error().message();
}

TEST_CASE("a hook reads the state on its standard input") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(written_by("cat > $0", std::nullopt) == "the state");
}

TEST_CASE("a hook without env has ours, one with env has just that") {
  if (kit::lacks({kit::kClone3})) return;
  ::setenv("HULL_TEST_VARIABLE", "ours", 1);
  CHECK(written_by("echo $HULL_TEST_VARIABLE > $0", std::nullopt) == "ours\n");
  CHECK(written_by("echo $HULL_TEST_VARIABLE$A > $0", std::vector<std::string>{"A=1"}) == "1\n");
  CHECK(written_by("echo $HULL_TEST_VARIABLE > $0", std::vector<std::string>{}) == "\n");
  ::unsetenv("HULL_TEST_VARIABLE");
}

TEST_CASE("hooks run in their order up to the first that fails") {
  if (kit::lacks({kit::kClone3})) return;
  kit::Directory directory;
  const std::string out = directory.path("out");
  std::vector<spec::Hook> hooks = {shell("echo 0 >> " + out), shell("echo bad >&2; exit 2"),
                                   shell("echo 2 >> " + out)};
  auto ran = run_hooks("prestart", hooks, "");
  REQUIRE(!ran);
  CHECK(ran.error().message() == "/hooks/prestart/1 '/bin/sh': exit status 2: bad");
  CHECK(*sys::read(sys::FdRef::cwd(), out) == "0\n");
}

TEST_CASE(
    "what hooks write is appended to the files that are named, and the rest is for the message") {
  if (kit::lacks({kit::kClone3})) return;
  kit::Directory directory;
  const plan::HookPaths paths = {.output = directory.path("out"), .errors = ""};
  for (int round = 0; round < 2; ++round) {
    auto files = open_hook_files(paths);
    REQUIRE(files);
    auto ran = run_hook("prestart", 0, shell("echo words; echo more >&2; exit 1"), "", *files);
    REQUIRE(!ran);
    CHECK(ran.error().message() == "/hooks/prestart/0 '/bin/sh': exit status 1: more");
  }
  CHECK(*sys::read(sys::FdRef::cwd(), directory.path("out")) == "words\nwords\n");
}

TEST_CASE("a file for hooks that cannot be opened is named by its annotation") {
  auto files = open_hook_files({.output = "", .errors = "/no/such/directory/x"});
  REQUIRE(!files);
  CHECK(
      files.error().message() ==
      "/annotations/run.oci.hooks.stderr: open('/no/such/directory/x'): no such file or directory");
}

TEST_CASE("a hook's timeout is in seconds") {
  if (kit::lacks({kit::kClone3})) return;
  spec::Hook hook = shell("sleep 1000");
  hook.timeout = 1;
  auto ran = run_hook("poststop", 3, hook, "");
  REQUIRE(!ran);
  CHECK(ran.error().message() == "/hooks/poststop/3 '/bin/sh': killed after its timeout of 1 s");
}

}  // namespace
}  // namespace hull::host
