// SPDX-License-Identifier: Apache-2.0
#include "plan/netdevices.h"

#include <linux/sched.h>

#include "plans.h"

namespace hull::plan {
namespace {

std::string devices(std::string_view object, std::string_view namespaces = "mount network",
                    const Facts& facts = {}) {
  return outcome("network device",
                 document(linux_section(namespaces, hull::format(R"("netDevices": {})", object))),
                 facts);
}

TEST_CASE("a device keeps its name unless it gets another") {
  CHECK(devices(R"({"eth1": {}, "eth0": {"name": "net0"}, "eth2": {"name": "eth%d"}})") ==
        "network device eth0: net0\n"
        "network device eth1: eth1\n"
        "network device eth2: eth%d\n");
  CHECK(devices(R"({"eth0": {}})", "mount network=/run/n") == "network device eth0: eth0\n");
}

TEST_CASE("without a network namespace of the container's there is nowhere to move them") {
  CHECK(devices(R"({"eth0": {}})", "mount") ==
        "refused: /linux/netDevices: needs a network namespace in /linux/namespaces\n");
  Facts facts;
  facts.own_by_path = CLONE_NEWNET;
  CHECK(
      devices(R"({"eth0": {}})", "mount network=/n", facts) ==
      "refused: /linux/netDevices: needs a network namespace in /linux/namespaces that is not the "
      "host's, as '/n' is\n");
  CHECK(devices("{}", "mount") == "");
}

TEST_CASE("two devices cannot have one name, but one template") {
  CHECK(devices(R"({"a": {"name": "b"}, "b": {}})") ==
        "refused: /linux/netDevices/b/name: 'b' is the name of another one too\n");
  CHECK(devices(R"({"a": {"name": "b"}, "b": {"name": "a"}})") ==
        "network device a: b\n"
        "network device b: a\n");
  CHECK(devices(R"({"a": {"name": "e%d"}, "b": {"name": "e%d"}})") ==
        "network device a: e%d\n"
        "network device b: e%d\n");
}

TEST_CASE("the kernel numbers what ends in %d, and nothing else") {
  for (const char* name : {"a%", "a%s", "%d%d", "a%d.1"}) {
    CAPTURE(name);
    CHECK(devices(hull::format(R"({{"a": {{"name": "{}"}}}})", name)) ==
          hull::format("refused: /linux/netDevices/a/name: '{}' has a '%' that is not in a '%d' at "
                       "the end\n",
                       name));
  }
}

}  // namespace
}  // namespace hull::plan
