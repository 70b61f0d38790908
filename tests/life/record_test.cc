// SPDX-License-Identifier: Apache-2.0
#include "life/record.h"

#include <doctest/doctest.h>

#include "spec/codec.h"

namespace hull::life {

TEST_CASE("a cgroup's location comes out of the record as it went in") {
  const cgroup::Layout layout = {
      {{cgroup::Hierarchy::Version::One, "cpu,cpuacct", {"cpu", "cpuacct"}},
       {cgroup::Hierarchy::Version::Two, "unified", {"hugetlb"}}}};
  for (auto driver :
       {cgroup::Driver::Cgroupfs, cgroup::Driver::Systemd, cgroup::Driver::Disabled}) {
    Record record;
    record.cgroup = recorded({.driver = driver,
                              .layout = layout,
                              .path = "/a.slice/x.scope",
                              .kept = "/a.slice",
                              .scope = {"x.scope", "a.slice", "unix:path=/run/systemd/private"},
                              .inner = "container",
                              .delegated = "payload",
                              .lack = "a reason"});
    auto decoded = spec::decode<Record>(spec::encode(record), "record.json");
    REQUIRE(decoded);
    const cgroup::Location location = location_of(decoded->value.cgroup);
    CHECK(location.driver == driver);
    CHECK(location.layout == layout);
    CHECK(location.path == "/a.slice/x.scope");
    CHECK(location.kept == "/a.slice");
    CHECK(location.inner == "container");
    CHECK(location.delegated == "payload");
    CHECK(location.lack == "a reason");
    CHECK(location.scope.unit == "x.scope");
    CHECK(location.scope.slice == "a.slice");
    CHECK(location.scope.bus == "unix:path=/run/systemd/private");
  }
}

TEST_CASE("a record of a hull that knew nothing of systemd is read") {
  auto decoded = spec::decode<Record>(
      R"({"version": 1, "id": "web", "ociVersion": "1.3.0", "bundle": "/b", "rootfs": "/b/r",
          "created": "2026-01-02T03:04:05Z",
          "cgroup": {"driver": "cgroupfs", "path": "/web", "kept": "/",
                     "hierarchies": [{"version": 2}]}})",
      "record.json");
  REQUIRE(decoded);
  const cgroup::Location location = location_of(decoded->value.cgroup);
  CHECK(location.driver == cgroup::Driver::Cgroupfs);
  CHECK(location.path == "/web");
  CHECK(location.scope.unit.empty());
}

}  // namespace hull::life
