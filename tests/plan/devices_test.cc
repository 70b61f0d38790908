// SPDX-License-Identifier: Apache-2.0
#include "plan/devices.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kMaps =
    R"("uidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}],
       "gidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}])";

constexpr std::string_view kBoundDev =
    R"("mounts": [{"destination": "/dev", "type": "bind", "source": "/dev"}], )";

const std::string kDefaults =
    "device /dev/null: c 1:3, mode 0666, owner 0:0\n"
    "device /dev/zero: c 1:5, mode 0666, owner 0:0\n"
    "device /dev/full: c 1:7, mode 0666, owner 0:0\n"
    "device /dev/random: c 1:8, mode 0666, owner 0:0\n"
    "device /dev/urandom: c 1:9, mode 0666, owner 0:0\n"
    "device /dev/tty: c 5:0, mode 0666, owner 0:0\n";

std::string devices(std::string_view list, std::string_view mounts = {},
                    std::string_view namespaces = "mount", const Facts& facts = {}) {
  const bool maps = namespaces.ends_with("user");
  return outcome(
      "device",
      document(std::string(mounts) +
               linux_section(namespaces, hull::format(R"("devices": [{}]{}{})", list,
                                                      maps ? ", " : "", maps ? kMaps : ""))),
      facts);
}

std::string links(std::string_view list, const Facts& facts = {}) {
  return outcome("link", document(linux_section("mount", hull::format(R"("devices": [{}])", list))),
                 facts);
}

}  // namespace

TEST_CASE("the default devices are always there") {
  CHECK(devices("") == kDefaults);
}

TEST_CASE("config's devices come after them, with defaults of their own") {
  CHECK(devices(R"({"path": "/dev/fuse", "type": "c", "major": 10, "minor": 229, "fileMode": 8624,
                    "uid": 1, "gid": 2},
                   {"path": "/srv/../disk", "type": "b", "major": 8, "minor": 0},
                   {"path": "/pipe", "type": "p", "fileMode": 384},
                   {"path": "/raw", "type": "u", "major": 1, "minor": 1})") ==
        kDefaults +
            "device /dev/fuse: c 10:229, mode 0660, owner 1:2\n"
            "device /disk: b 8:0, mode 0666, owner 0:0\n"
            "device /pipe: p 0:0, mode 0600, owner 0:0\n"
            "device /raw: c 1:1, mode 0666, owner 0:0\n");
}

TEST_CASE("config's entry for a default device replaces it") {
  CHECK(devices(R"({"path": "/dev/null", "type": "c", "major": 1, "minor": 3, "fileMode": 438,
                    "uid": 7})")
            .starts_with("device /dev/null: c 1:3, mode 0666, owner 7:0\n"
                         "device /dev/zero: c 1:5, mode 0666, owner 0:0\n"));
}

TEST_CASE("a node that cannot be is refused") {
  CHECK(devices(R"({"path": "dev/x", "type": "c", "major": 1, "minor": 3})") ==
        "refused: /linux/devices/0/path: 'dev/x' is not an absolute path\n");
  CHECK(devices(R"({"path": "/dev/x", "type": "d", "major": 1, "minor": 3})") ==
        "refused: /linux/devices/0/type: 'd' is none of c, b, u and p\n");
  CHECK(devices(R"({"path": "/dev/x", "type": "c", "minor": 3})") ==
        "refused: /linux/devices/0/major: is missing\n");
  CHECK(devices(R"({"path": "/dev/x", "type": "c", "major": 4096, "minor": 3})") ==
        "refused: /linux/devices/0/major: 4096 is not in 0-4095\n");
  CHECK(devices(R"({"path": "/dev/x", "type": "b", "major": 1, "minor": -1})") ==
        "refused: /linux/devices/0/minor: -1 is not in 0-1048575\n");
}

TEST_CASE("in a user namespace devices are bound and pipes are made") {
  constexpr std::string_view kPipe = R"({"path": "/pipe", "type": "p", "uid": 9})";
  const std::string bound =
      "device /dev/null: c 1:3, bind\n"
      "device /dev/zero: c 1:5, bind\n"
      "device /dev/full: c 1:7, bind\n"
      "device /dev/random: c 1:8, bind\n"
      "device /dev/urandom: c 1:9, bind\n"
      "device /dev/tty: c 5:0, bind\n"
      "device /pipe: p 0:0, mode 0666, owner 9:0\n";
  CHECK(devices(kPipe, {}, "mount user") == bound);
  CHECK(devices(kPipe, {}, "mount user=/u") == bound);
  Facts nested;
  nested.in_user_namespace = true;
  CHECK(devices(kPipe, {}, "mount", nested) == bound);
}

TEST_CASE("the owner of a pipe must be mapped, that of a bound device is the host's") {
  CHECK(devices(R"({"path": "/pipe", "type": "p", "uid": 10})", {}, "mount user") ==
        "refused: /linux/devices/0/uid: 10 is not mapped by /linux/uidMappings\n");
  CHECK(devices(R"({"path": "/pipe", "type": "p", "gid": 10})", {}, "mount user") ==
        "refused: /linux/devices/0/gid: 10 is not mapped by /linux/gidMappings\n");
  CHECK(devices(R"({"path": "/dev/null", "type": "c", "major": 1, "minor": 3, "uid": 77})", {},
                "mount user")
            .starts_with("device /dev/null: c 1:3, bind\n"));
}

TEST_CASE("below a bound /dev nothing is made, elsewhere it is") {
  CHECK(devices(R"({"path": "/dev/fuse", "type": "c", "major": 10, "minor": 229},
                   {"path": "/devices", "type": "p"})",
                kBoundDev) == "device /devices: p 0:0, mode 0666, owner 0:0\n");
  CHECK(outcome("link", document(std::string(kBoundDev) + linux_section("mount"))) == "");
}

TEST_CASE("the links of /dev, core only where there is a kcore") {
  const std::string four =
      "link /dev/fd: /proc/self/fd\n"
      "link /dev/stdin: /proc/self/fd/0\n"
      "link /dev/stdout: /proc/self/fd/1\n"
      "link /dev/stderr: /proc/self/fd/2\n"
      "link /dev/ptmx: pts/ptmx\n";
  CHECK(links("") == four + "link /dev/core: /proc/kcore\n");
  Facts without;
  without.has_kcore = false;
  CHECK(links("", without) == four);
}

TEST_CASE("a device of config's takes the place of a link, except ptmx") {
  CHECK(links(R"({"path": "/dev/core", "type": "p"}, {"path": "/dev/fd", "type": "p"})") ==
        "link /dev/stdin: /proc/self/fd/0\n"
        "link /dev/stdout: /proc/self/fd/1\n"
        "link /dev/stderr: /proc/self/fd/2\n"
        "link /dev/ptmx: pts/ptmx\n");
  CHECK(devices(R"({"path": "/dev/ptmx", "type": "c", "major": 5, "minor": 2})") == kDefaults);
}

}  // namespace hull::plan
