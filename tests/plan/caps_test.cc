// SPDX-License-Identifier: Apache-2.0
#include "plan/caps.h"

#include <doctest/doctest.h>
#include <linux/capability.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::uint64_t bit(unsigned capability) {
  return std::uint64_t{1} << capability;
}

std::string caps(std::string_view block, const Facts& facts = {},
                 std::string_view namespaces = "mount") {
  return outcome("capabilities",
                 document(hull::format(R"("process": {{"cwd": "/", "args": ["sh"],
                     "user": {{"uid": 0, "gid": 0}}{}{}}}, )",
                                       block.empty() ? "" : R"(, "capabilities": )", block) +
                          linux_section(namespaces)),
                 facts);
}

}  // namespace

TEST_CASE("names stand at their numbers") {
  CHECK(capability_names()[CAP_CHOWN] == "CAP_CHOWN");
  CHECK(capability_names()[CAP_SYS_ADMIN] == "CAP_SYS_ADMIN");
  CHECK(capability_names()[CAP_CHECKPOINT_RESTORE] == "CAP_CHECKPOINT_RESTORE");
  CHECK(capability_names().size() == CAP_LAST_CAP + 1);
  CHECK(describe_capabilities(bit(CAP_KILL) | bit(63), ",") == "CAP_KILL,63");
}

TEST_CASE("without the block there are none") {
  const std::string none =
      "capabilities bounding: none\n"
      "capabilities permitted: none\n"
      "capabilities effective: none\n"
      "capabilities inheritable: none\n"
      "capabilities ambient: none\n";
  CHECK(caps("") == none);
  CHECK(caps("{}") == none);
}

TEST_CASE("each set has what it asks for") {
  CHECK(
      caps(
          R"({"bounding": ["CAP_CHOWN", "CAP_KILL", "cap_setuid"], "permitted": ["CAP_CHOWN", "CAP_KILL"],
                 "effective": ["CAP_KILL"], "inheritable": ["CAP_CHOWN"], "ambient": ["CAP_CHOWN"]})") ==
      "capabilities bounding: CAP_CHOWN CAP_KILL CAP_SETUID\n"
      "capabilities permitted: CAP_CHOWN CAP_KILL\n"
      "capabilities effective: CAP_KILL\n"
      "capabilities inheritable: CAP_CHOWN\n"
      "capabilities ambient: CAP_CHOWN\n");
}

TEST_CASE("unknown names are warned of once, with the nearest one") {
  const std::string text = caps(R"({"bounding": ["CAP_KILL", "CAP_CHWON"],
                                    "permitted": ["CAP_CHWON", "SOMETHING_ELSE"]})");
  CHECK(text.ends_with(
      "capabilities ambient: none\n"
      "warning: /process/capabilities/bounding/1: 'CAP_CHWON' is not a capability; 'CAP_CHOWN' is\n"
      "warning: /process/capabilities/permitted/1: 'SOMETHING_ELSE' is not a capability\n"));
}

TEST_CASE("what cannot be given is left out with a warning") {
  constexpr std::string_view kBlock =
      R"({"bounding": ["CAP_KILL", "CAP_BPF", "CAP_CHECKPOINT_RESTORE"],
                                          "permitted": ["CAP_KILL", "CAP_BPF"]})";
  Facts facts;
  facts.last_capability = CAP_BPF;
  facts.held_capabilities = bit(CAP_KILL);
  CHECK(caps(kBlock, facts) ==
        "capabilities bounding: CAP_KILL\n"
        "capabilities permitted: CAP_KILL\n"
        "capabilities effective: none\n"
        "capabilities inheritable: none\n"
        "capabilities ambient: none\n"
        "warning: /process/capabilities: CAP_CHECKPOINT_RESTORE not given: this kernel has no such "
        "capability\n"
        "warning: /process/capabilities: CAP_BPF not given: the runtime does not have it\n");
  // A user namespace gives all there are, whatever we hold outside.
  CHECK(caps(kBlock, facts, "mount user=/u")
            .starts_with("capabilities bounding: CAP_KILL CAP_BPF\n"));
}

TEST_CASE("a set that the kernel would refuse is cut down with a warning") {
  CHECK(caps(R"({"bounding": ["CAP_KILL", "CAP_CHOWN"], "permitted": ["CAP_KILL"],
                 "effective": ["CAP_KILL", "CAP_CHOWN"], "inheritable": ["CAP_CHOWN", "CAP_FOWNER"],
                 "ambient": ["CAP_KILL", "CAP_CHOWN"]})") ==
        "capabilities bounding: CAP_CHOWN CAP_KILL\n"
        "capabilities permitted: CAP_KILL\n"
        "capabilities effective: CAP_KILL\n"
        "capabilities inheritable: CAP_CHOWN\n"
        "capabilities ambient: none\n"
        "warning: /process/capabilities/effective: CAP_CHOWN not given: not in permitted\n"
        "warning: /process/capabilities/inheritable: CAP_FOWNER not given: not in bounding\n"
        "warning: /process/capabilities/ambient: CAP_CHOWN, CAP_KILL not given: not in both "
        "permitted and inheritable\n");
}

}  // namespace hull::plan
