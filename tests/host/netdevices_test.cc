// SPDX-License-Identifier: Apache-2.0
#include "host/netdevices.h"

#include <doctest/doctest.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

namespace hull::host {
namespace {

sys::NetAddress address(std::uint32_t flags, std::uint8_t scope, std::string label = "") {
  return {.family = 2, .prefix_length = 24, .scope = scope, .flags = flags, .label = label};
}

TEST_CASE("permanent addresses of global scope are kept, and nothing that is state") {
  const auto kept =
      kept_addresses({address(IFA_F_PERMANENT, RT_SCOPE_LINK), address(0, RT_SCOPE_UNIVERSE),
                      address(IFA_F_PERMANENT | IFA_F_SECONDARY | IFA_F_TENTATIVE | IFA_F_NODAD |
                                  IFA_F_NOPREFIXROUTE,
                              RT_SCOPE_UNIVERSE)},
                     "eth0", "net0");
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].flags == (IFA_F_NODAD | IFA_F_NOPREFIXROUTE));
  CHECK(kept[0].prefix_length == 24);
}

TEST_CASE("a label follows the device's name, if it fits") {
  auto label = [](const char* text, const char* new_name) {
    return kept_addresses({address(IFA_F_PERMANENT, RT_SCOPE_UNIVERSE, text)}, "eth0", new_name)
        .at(0)
        .label;
  };
  CHECK(label("eth0", "net0") == "");
  CHECK(label("eth0:1", "net0") == "net0:1");
  CHECK(label("eth0:1", "container-eth0") == "");
  CHECK(label("other:1", "net0") == "");
}

}  // namespace
}  // namespace hull::host
