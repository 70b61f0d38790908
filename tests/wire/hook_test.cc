// SPDX-License-Identifier: Apache-2.0
#include "wire/hook.h"

#include <doctest/doctest.h>

#include "kit/power.h"

namespace hull::wire {
namespace {

sys::Program shell(const std::string& script) {
  return {.path = "/bin/sh", .args = {"sh", "-c", script}};
}

std::string failure(const sys::Program& hook) {
  auto ran = run_hook("createRuntime", 2, hook);
  return ran ? "" : ran.error().message();
}

TEST_CASE("a hook that succeeds is silent, whatever it writes") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(failure(shell("echo hello; echo there >&2")) == "");
}

TEST_CASE("a hook's failure names kind, index, path, status and last words") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(failure(shell("echo 'no such device' >&2; exit 7")) ==
        "/hooks/createRuntime/2 '/bin/sh': exit status 7: no such device");
  CHECK(failure(shell("exit 1")) == "/hooks/createRuntime/2 '/bin/sh': exit status 1");
}

TEST_CASE("a hook that a signal ends is named by the signal") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(failure(shell("kill -9 $$")) == "/hooks/createRuntime/2 '/bin/sh': ended by signal 9");
}

TEST_CASE("a hook beyond its timeout is killed, and said to be") {
  if (kit::lacks({kit::kClone3})) return;
  sys::Program hook = shell("echo waiting; sleep 1000");
  hook.timeout = std::chrono::seconds(1);
  CHECK(failure(hook) ==
        "/hooks/createRuntime/2 '/bin/sh': killed after its timeout of 1 s: waiting");
}

TEST_CASE("a hook that is not there is a failure with the kernel's reason") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(failure({.path = "/no/such/hook"}) ==
        "/hooks/createRuntime/2 '/no/such/hook': execve('/no/such/hook'): no such file or "
        "directory");
}

}  // namespace
}  // namespace hull::wire
