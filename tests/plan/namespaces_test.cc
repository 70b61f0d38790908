// SPDX-License-Identifier: Apache-2.0
#include "plan/namespaces.h"

#include <doctest/doctest.h>
#include <linux/sched.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kMaps =
    R"("uidMappings": [{"containerID": 0, "hostID": 100000, "size": 65536}],
       "gidMappings": [{"containerID": 0, "hostID": 200000, "size": 65536}])";

std::string namespaces(std::string_view list, std::string_view more = {}) {
  return outcome("namespace|stage|time|uid map|gid map", document(linux_section(list, more)));
}

}  // namespace

TEST_CASE("every type can be created") {
  Result<Planned> planned =
      plan_of(document(linux_section("mount pid network ipc uts user cgroup time", kMaps)));
  REQUIRE(planned);
  const Namespaces& made = planned->plan.namespaces;
  CHECK(made.create == (CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                        CLONE_NEWUSER | CLONE_NEWCGROUP | CLONE_NEWTIME));
  CHECK(made.join.empty());
  CHECK_FALSE(made.stage);
}

TEST_CASE("a joined user namespace comes first and needs a stage") {
  CHECK(namespaces("mount network=/n pid=/p uts=/u ipc=/i user=/user") ==
        "namespace user: join /user\n"
        "namespace pid: join /p\n"
        "namespace network: join /n\n"
        "namespace ipc: join /i\n"
        "namespace uts: join /u\n"
        "stage process\n"
        "namespace mount: create\n");
  CHECK(namespaces("mount network=/n") ==
        "namespace network: join /n\n"
        "namespace mount: create\n");
}

TEST_CASE("what only children enter, or what a new user namespace could not enter, needs a stage") {
  auto needs_stage = [](std::string_view list) {
    return namespaces(list, list.ends_with("user") ? kMaps : "").find("stage process") !=
           std::string::npos;
  };
  CHECK(needs_stage("mount pid=/p"));
  CHECK(needs_stage("mount time=/t"));
  CHECK(needs_stage("mount network=/n user"));
  CHECK_FALSE(needs_stage("mount network=/n ipc=/i uts=/u cgroup=/c"));
  CHECK_FALSE(needs_stage("mount pid network time user"));
}

TEST_CASE("mappings beside a joined user namespace are ignored, as containerd and CRI-O expect") {
  CHECK(namespaces("mount user=/u", kMaps) ==
        "namespace user: join /u\n"
        "stage process\n"
        "namespace mount: create\n");
}

TEST_CASE("a type that is there twice, or is none, is refused") {
  CHECK(namespaces("mount pid pid") == "refused: /linux/namespaces/2/type: 'pid' is there twice\n");
  CHECK(namespaces("mount pid pid=/p") ==
        "refused: /linux/namespaces/2/type: 'pid' is there twice\n");
  CHECK(namespaces("mount net") ==
        "refused: /linux/namespaces/1/type: 'net' is not a type of namespace\n");
  CHECK(namespaces("mount netwrk") ==
        "refused: /linux/namespaces/1/type: 'netwrk' is not a type of namespace; 'network' is\n");
}

TEST_CASE("time offsets go with a new time namespace only") {
  constexpr std::string_view kOffsets =
      R"("timeOffsets": {"monotonic": {"secs": -5, "nanosecs": 7}, "boottime": {"secs": 60}})";
  CHECK(namespaces("mount time", kOffsets) ==
        "stage process\n"
        "namespace time: create\n"
        "namespace mount: create\n"
        "time offset boottime: 60 s 0 ns\n"
        "time offset monotonic: -5 s 7 ns\n");
  const std::string refused =
      "refused: /linux/timeOffsets: needs a new time namespace in /linux/namespaces\n";
  CHECK(namespaces("mount", kOffsets) == refused);
  CHECK(namespaces("mount time=/t", kOffsets) == refused);
  CHECK(namespaces("mount time", R"("timeOffsets": {"realtime": {"secs": 1}})") ==
        "refused: /linux/timeOffsets: 'realtime' is not a clock; 'monotonic' and 'boottime' are\n");
  CHECK(namespaces("mount time", R"("timeOffsets": {"boottime": {"nanosecs": 1000000000}})") ==
        "refused: /linux/timeOffsets/boottime/nanosecs: 1000000000 is not below 1000000000\n");
}

TEST_CASE("without a uts namespace there is no name to set") {
  auto names = [](std::string_view list, std::string_view name) {
    return outcome("hostname|domainname", document(std::string(name) + "," + linux_section(list)));
  };
  CHECK(names("mount uts", R"("hostname": "a", "domainname": "b.c")") ==
        "hostname: a\ndomainname: b.c\n");
  CHECK(names("mount uts=/u", R"("hostname": "a")") == "hostname: a\n");
  CHECK(names("mount", R"("hostname": "a")") ==
        "refused: /hostname: needs a uts namespace in /linux/namespaces\n");
  CHECK(names("mount", R"("domainname": "a")") ==
        "refused: /domainname: needs a uts namespace in /linux/namespaces\n");
  Facts facts;
  facts.own_by_path = CLONE_NEWUTS;
  CHECK(outcome("", document(R"("hostname": "a", )" + linux_section("mount uts=/u")), facts) ==
        "refused: /hostname: needs a uts namespace in /linux/namespaces that is not the host's, as "
        "'/u' is\n");
  CHECK(
      outcome("", document(R"("domainname": "a", )" + linux_section("mount uts=/u")), facts) ==
      "refused: /domainname: needs a uts namespace in /linux/namespaces that is not the host's, as "
      "'/u' is\n");
  CHECK(names("mount uts", "\"hostname\": \"" + std::string(65, 'a') + "\"") ==
        "refused: /hostname: has 65 bytes, and the kernel takes 64\n");
}

TEST_CASE("who has no CAP_SYS_ADMIN needs a user namespace, and is not given one unasked") {
  Facts facts;
  facts.euid = 1000;
  facts.effective_capabilities = 0;
  CHECK(outcome("create", document(linux_section("mount pid")), facts) ==
        "refused: /linux/namespaces: without a user namespace it takes root, and the caller has no "
        "CAP_SYS_ADMIN; `hull spec --rootless` writes a config.json that has one\n");
  CHECK(outcome("uid map", document(linux_section("mount user=/u")), facts) == "");
  CHECK(outcome("uid map", document(linux_section("mount pid"))) == "");
}

TEST_CASE("a container of one who is not root is open to them, unless others are in with it") {
  Facts facts;
  facts.euid = 1000;
  facts.effective_capabilities = 0;
  const std::string maps = R"("uidMappings": [{"containerID": 0, "hostID": 1000, "size": 1}],
      "gidMappings": [{"containerID": 0, "hostID": 1000, "size": 1}])";
  auto open = [&](std::string_view list, const std::string& more, const Facts& who) {
    return outcome("open", document(linux_section(list, more)), who) == "open to its caller\n";
  };
  CHECK(open("user pid mount", maps, facts));
  CHECK_FALSE(open("user pid=/p mount", maps, facts));
  CHECK_FALSE(open("user=/u pid mount", "", facts));
  CHECK_FALSE(open("user mount", maps, facts));
  CHECK_FALSE(open("user pid mount", maps, {}));
}

}  // namespace hull::plan
