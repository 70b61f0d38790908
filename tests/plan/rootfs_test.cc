// SPDX-License-Identifier: Apache-2.0
#include "plan/rootfs.h"

#include <doctest/doctest.h>
#include <linux/sched.h>

#include "plans.h"

namespace hull::plan {
namespace {

// A document whose root is `root`, and the rest `more`.
std::string rootfs(std::string_view root, std::string_view more,
                   const Options& options = test_options(), const Facts& facts = {}) {
  return outcome("rootfs|mask|readonly|device|link|mount|/dev|keyring",
                 hull::format(R"({{"ociVersion": "1.3.0", "root": {}, {}}})", root, more), facts,
                 options);
}

std::string line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n') + 1));
}

}  // namespace

TEST_CASE("the root's path is taken from the bundle") {
  Options options = test_options();
  options.no_new_keyring = true;
  auto path = [&](std::string_view written) {
    return line(
        rootfs(hull::format(R"({{"path": "{}"}})", written), linux_section("mount"), options));
  };
  CHECK(path("rootfs") == "rootfs: /bundle/rootfs\n");
  CHECK(path("/srv/./root/") == "rootfs: /srv/root\n");
  CHECK(path("../other") == "rootfs: /other\n");
  CHECK(path("") == "refused: /root/path: is missing or empty\n");
}

TEST_CASE("readonly, propagation and --no-pivot are taken over") {
  Options options = test_options();
  options.no_new_keyring = true;
  options.no_pivot = true;
  CHECK(line(rootfs(R"({"path": "r", "readonly": true})",
                    linux_section("mount", R"("rootfsPropagation": "rslave")"), options)) ==
        "rootfs: /bundle/r, readonly, rslave, no pivot\n");
  CHECK(rootfs(R"({"path": "r"})", linux_section("mount", R"("rootfsPropagation": "ro")")) ==
        "refused: /linux/rootfsPropagation: 'ro' is none of shared, slave, private and "
        "unbindable\n");
}

TEST_CASE("the keyring is named for the container unless there is to be none") {
  CHECK(line(rootfs(R"({"path": "r"})", linux_section("mount"))) == "keyring: _ses.web\n");
}

TEST_CASE("masked and read-only paths are cleaned, and absolute") {
  const std::string text =
      rootfs(R"({"path": "r"})",
             linux_section("mount", R"("maskedPaths": ["/proc//kcore", "/sys/x/..", "/proc/kcore/"],
                                    "readonlyPaths": ["/proc/sys"])"));
  CHECK(text.ends_with("mask /proc/kcore\nmask /sys\nreadonly /proc/sys\n"));
  CHECK(rootfs(R"({"path": "r"})", linux_section("mount", R"("maskedPaths": ["/a", "proc"])")) ==
        "refused: /linux/maskedPaths/1: 'proc' is not an absolute path\n");
  CHECK(rootfs(R"({"path": "r"})", linux_section("mount", R"("readonlyPaths": [""])")) ==
        "refused: /linux/readonlyPaths/0: '' is not an absolute path\n");
}

TEST_CASE("without a mount namespace there is a chroot and nothing else") {
  CHECK(rootfs(R"({"path": "r"})", linux_section("pid")) ==
        "keyring: _ses.web\n"
        "rootfs: /bundle/r, chroot only\n"
        "/dev: not ours\n");
  CHECK(line(rootfs(R"({"path": "r"})", R"("hostname": "")")) == "keyring: _ses.web\n");
}

TEST_CASE("what needs mounting is refused without a mount namespace") {
  const std::string why = ": needs a mount namespace in /linux/namespaces\n";
  const std::string root = R"({"path": "r"})";
  CHECK(rootfs(root, R"("mounts": [{"destination": "/proc", "type": "proc"}])") ==
        "refused: /mounts" + why);
  CHECK(rootfs(R"({"path": "r", "readonly": true})", linux_section("")) ==
        "refused: /root/readonly" + why);
  CHECK(rootfs(root, linux_section("", R"("maskedPaths": ["/a"])")) ==
        "refused: /linux/maskedPaths" + why);
  CHECK(rootfs(root, linux_section("", R"("readonlyPaths": ["/a"])")) ==
        "refused: /linux/readonlyPaths" + why);
  CHECK(rootfs(root, linux_section("", R"("rootfsPropagation": "shared")")) ==
        "refused: /linux/rootfsPropagation" + why);
  CHECK(rootfs(root, linux_section("", R"("devices": [{"path": "/p", "type": "p"}])")) ==
        "refused: /linux/devices" + why);
  CHECK(rootfs(root, R"("process": {"terminal": true, "cwd": "/", "args": ["a"],
                         "user": {"uid": 0, "gid": 0}})") == "refused: /process/terminal" + why);
}

TEST_CASE("in a joined mount namespace there are mounts, but no root mount of our own") {
  const std::string why = ": needs a new, not a joined, mount namespace in /linux/namespaces\n";
  const std::string text =
      rootfs(R"({"path": "r"})", linux_section("mount=/m", R"("maskedPaths": ["/proc/kcore"])"));
  CHECK(text.find("rootfs: /bundle/r\nmount /dev: ") != std::string::npos);
  CHECK(text.ends_with("mask /proc/kcore\n"));
  CHECK(rootfs(R"({"path": "r", "readonly": true})", linux_section("mount=/m")) ==
        "refused: /root/readonly" + why);
  CHECK(rootfs(R"({"path": "r"})", linux_section("mount=/m", R"("rootfsPropagation": "shared")")) ==
        "refused: /linux/rootfsPropagation" + why);
}

TEST_CASE(
    "in the host's mount namespace by its path nothing is mounted, and nothing may be asked") {
  Facts facts;
  facts.own_by_path = CLONE_NEWNS;
  auto of_the_host = [&](std::string_view root, std::string_view more) {
    return rootfs(root, linux_section("mount=/m", more), test_options(), facts);
  };
  const std::string why =
      ": needs a mount namespace in /linux/namespaces that is not the host's, as '/m' is\n";
  CHECK(of_the_host(R"({"path": "r"})", "") ==
        rootfs(R"({"path": "r"})", linux_section("network")));
  CHECK(of_the_host(R"({"path": "r"})", R"("maskedPaths": ["/proc/kcore"])") ==
        "refused: /linux/maskedPaths" + why);
  CHECK(of_the_host(R"({"path": "r", "readonly": true})", "") == "refused: /root/readonly" + why);
  CHECK(of_the_host(R"({"path": "r"})", R"("rootfsPropagation": "shared")") ==
        "refused: /linux/rootfsPropagation" + why);
}

}  // namespace hull::plan
