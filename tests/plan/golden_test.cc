// SPDX-License-Identifier: Apache-2.0
// Whole documents, as managers write them, and the whole plan for each: data/NAME.json and
// data/NAME.plan. The part of NAME before the first dot says what host they are planned for.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "kit/source.h"
#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kFolder = "tests/plan/data/";

Facts host_named(std::string_view name) {
  Facts facts;
  facts.landlock_abi = 7;
  if (name == "unified") {
    facts.cgroup_path = "/sys/fs/cgroup/machine/web";
  } else if (name == "hybrid") {
    facts.cgroup_mode = CgroupMode::Hybrid;
    facts.cgroup_legs = {{"cpu,cpuacct", "/sys/fs/cgroup/cpu,cpuacct/web", {"cpu", "cpuacct"}},
                         {"memory", "/sys/fs/cgroup/memory/web", {}},
                         {"systemd", "/sys/fs/cgroup/systemd/web", {}},
                         {"unified", "/sys/fs/cgroup/unified/web", {}}};
  } else {
    REQUIRE_MESSAGE(name == "rootless", name);
    facts.euid = 1000;
    facts.in_user_namespace = true;
    facts.has_kcore = false;
  }
  return facts;
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(kit::source_path(std::string(kFolder))))
    if (entry.path().extension() == ".json") found.push_back(entry.path().stem().string());
  std::ranges::sort(found);
  return found;
}

// The plan and its warnings, one a line.
std::string planned_text(const std::string& name) {
  const std::string document = kit::read(kit::source_path(std::string(kFolder) + name + ".json"));
  const std::string host = name.substr(0, name.find('.'));
  Result<Planned> planned = plan_of(document, host_named(host));
  REQUIRE_MESSAGE(planned, planned.error().message());
  std::string text = describe(planned->plan);
  for (const std::string& warning : planned->warnings) text += "warning: " + warning + "\n";
  return text;
}

}  // namespace

TEST_CASE("each document has the plan beside it") {
  const std::vector<std::string> all = names();
  CHECK(all.size() >= 6);
  for (const std::string& name : all) {
    CAPTURE(name);
    const std::string expected = kit::read(kit::source_path(std::string(kFolder) + name + ".plan"));
    CHECK(planned_text(name) == expected);
  }
}

}  // namespace hull::plan
