// SPDX-License-Identifier: Apache-2.0
#include "cgroup/unit_name.h"

#include <doctest/doctest.h>

namespace hull::cgroup {
namespace {

std::string chosen(std::string_view path, const UnitDefaults& defaults = {.id = "web"}) {
  auto unit = choose_unit(path, defaults);
  return unit ? unit->slice + " " + unit->unit : unit.error().message();
}

}  // namespace

TEST_CASE("slice:prefix:name is a scope in that slice") {
  CHECK(chosen("machine.slice:libpod:4711") == "machine.slice libpod-4711.scope");
  CHECK(chosen("kubepods-besteffort-pod1_2.slice:cri-containerd:ab") ==
        "kubepods-besteffort-pod1_2.slice cri-containerd-ab.scope");
  CHECK(chosen(":docker:ab") == "system.slice docker-ab.scope");
  CHECK(chosen("-.slice:x:y") == "-.slice x-y.scope");
  CHECK(chosen("system.slice::y") == "system.slice -y.scope");
}

TEST_CASE("without a path the unit is named after the program and the container") {
  CHECK(chosen("") == "system.slice hull-web.scope");
  CHECK(chosen("", {.slice = "user.slice", .program = "runc", .id = "a+b"}) ==
        "user.slice runc-a\\x2bb.scope");
}

TEST_CASE("other forms and names that systemd does not take are refused") {
  const std::string form = " is not of the form slice:prefix:name, which the systemd driver takes";
  CHECK(chosen("/docker/4711") == "'/docker/4711'" + form);
  CHECK(chosen("a.slice:b") == "'a.slice:b'" + form);
  CHECK(chosen("a.slice:b:c:d") == "'a.slice:b:c:d'" + form);
  CHECK(chosen("a.slice:b:") == "'a.slice:b:'" + form);
  CHECK(chosen("a.slice:b:pod.slice") ==
        "'pod.slice' is a slice, and systemd lets nobody run a container's processes in one");
  for (const char* slice : {"a", ".slice", "a--b.slice", "-a.slice", "a-.slice", "--.slice"})
    CHECK(chosen(slice + std::string(":x:y")) ==
          "'" + std::string(slice) + "' cannot name a slice");
  CHECK(chosen("a/b.slice:x:y") ==
        "'a/b.slice' cannot name a unit: only letters, digits and the characters : _ . - \\ @ are "
        "allowed");
  CHECK(chosen("a.slice:x:y+z") ==
        "'x-y+z.scope' cannot name a unit: only letters, digits and the characters : _ . - \\ @ "
        "are allowed");
  CHECK(chosen("a.slice:x:" + std::string(250, 'y')) ==
        "the unit's name of 258 bytes is longer than 255");
}

TEST_CASE("a slice lies in the slices that its name begins with") {
  CHECK(slice_path("-.slice").empty());
  CHECK(slice_path("system.slice") == "/system.slice");
  CHECK(slice_path("a-b-c.slice") == "/a.slice/a-b.slice/a-b-c.slice");
  CHECK(unit_path({"x-y.scope", "a-b.slice"}) == "/a.slice/a-b.slice/x-y.scope");
  CHECK(unit_path({"x-y.scope", "-.slice"}) == "/x-y.scope");
}

TEST_CASE("what could be a file of the kernel's has an underscore before it, as systemd does it") {
  CHECK(unit_path({"memory.x-y.scope", "pids.slice"}) == "/_pids.slice/_memory.x-y.scope");
  CHECK(unit_path({"_x-y.scope", "-.slice"}) == "/__x-y.scope");
  CHECK(unit_path({"memory-y.scope", "-.slice"}) == "/memory-y.scope");
}

}  // namespace hull::cgroup
