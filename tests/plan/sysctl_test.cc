// SPDX-License-Identifier: Apache-2.0
#include "plan/sysctl.h"

#include <doctest/doctest.h>
#include <linux/sched.h>

#include "plans.h"

namespace hull::plan {
namespace {

std::string sysctl(std::string_view key, std::string_view namespaces, std::string_view more = {},
                   const Facts& facts = {}) {
  return outcome(
      "sysctl",
      document(std::string(more) +
               linux_section(namespaces, hull::format(R"("sysctl": {{"{}": "1"}})", key))),
      facts);
}

}  // namespace

TEST_CASE("both spellings name the same file, names with dots in either") {
  for (const char* key : {"net.ipv4.conf.eth0/1.forwarding", "net/ipv4/conf/eth0.1/forwarding"})
    CHECK(sysctl(key, "mount network") == "sysctl net/ipv4/conf/eth0.1/forwarding: 1\n");
  CHECK(sysctl("net.ipv4.ip_forward", "mount network=/n") == "sysctl net/ipv4/ip_forward: 1\n");
}

TEST_CASE("a key needs the namespace that owns it") {
  CHECK(sysctl("net.ipv4.ip_forward", "mount") ==
        "refused: /linux/sysctl/net.ipv4.ip_forward: needs a network namespace in "
        "/linux/namespaces\n");
  for (const char* key :
       {"kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall",
        "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "fs.mqueue.msg_max"}) {
    INFO(key);
    CHECK(sysctl(key, "mount ipc").starts_with("sysctl "));
    CHECK(sysctl(key, "mount") ==
          hull::format("refused: /linux/sysctl/{}: needs an ipc namespace in "
                       "/linux/namespaces\n",
                       key));
  }
  CHECK(sysctl("user.max_user_namespaces", "mount user=/u") ==
        "sysctl user/max_user_namespaces: 1\n");
  CHECK(sysctl("user.max_user_namespaces", "mount") ==
        "refused: /linux/sysctl/user.max_user_namespaces: needs a user namespace in "
        "/linux/namespaces\n");
  CHECK(sysctl("kernel.domainname", "mount uts") == "sysctl kernel/domainname: 1\n");
  CHECK(sysctl("kernel.domainname", "mount") ==
        "refused: /linux/sysctl/kernel.domainname: needs a uts namespace in /linux/namespaces\n");
}

TEST_CASE("a namespace of the host's by its path owns no key") {
  struct Case {
    const char* key;
    const char* word;
    std::uint64_t type;
  };
  for (const Case& one :
       {Case{"net.ipv4.ip_forward", "network", CLONE_NEWNET},
        Case{"kernel.msgmax", "ipc", CLONE_NEWIPC}, Case{"fs.mqueue.msg_max", "ipc", CLONE_NEWIPC},
        Case{"kernel.domainname", "uts", CLONE_NEWUTS},
        Case{"user.max_net_namespaces", "user", CLONE_NEWUSER}}) {
    INFO(one.key);
    const std::string namespaces = hull::format("mount {}=/n", one.word);
    Facts facts;
    facts.own_by_path = one.type;
    CHECK(sysctl(one.key, namespaces, {}, facts) ==
          hull::format("refused: /linux/sysctl/{}: needs {} {} namespace in /linux/namespaces that "
                       "is not the host's, as '/n' is\n",
                       one.key, one.type == CLONE_NEWIPC ? "an" : "a", one.word));
    facts.own_by_path = ~one.type;
    CHECK(sysctl(one.key, namespaces, {}, facts).starts_with("sysctl "));
  }
}

TEST_CASE("names are set by their own members") {
  CHECK(sysctl("kernel.hostname", "mount uts") ==
        "refused: /linux/sysctl/kernel.hostname: is set by /hostname\n");
  CHECK(sysctl("kernel.domainname", "mount uts", R"("domainname": "a", )") ==
        "refused: /linux/sysctl/kernel.domainname: is set by /domainname already\n");
}

TEST_CASE("what is the host's is refused") {
  for (const char* key : {"vm.stat_interval", "kernel.core_pattern", "kernel.msgmaxx", "kernel",
                          "fs.mqueue", "net", "kernel.pid_max", "fs.file-max"}) {
    INFO(key);
    CHECK(sysctl(key, "mount network ipc uts") ==
          hull::format("refused: /linux/sysctl/{}: belongs to the host, no namespace has its own\n",
                       key));
  }
  CHECK(sysctl("kernel/core_pattern", "mount") ==
        "refused: /linux/sysctl/kernel~1core_pattern: belongs to the host, no namespace has its "
        "own\n");
}

TEST_CASE("no key leaves its directory") {
  for (const char* key : {"net/../kernel/core_pattern", "net.//.kernel", "net..ipv4", "net/ipv4/",
                          "/net/ipv4/ip_forward", "net/./x", "..", "", "net."}) {
    INFO(key);
    CHECK(sysctl(key, "mount network").ends_with(": is not the name of a kernel parameter\n"));
  }
}

}  // namespace hull::plan
