// SPDX-License-Identifier: Apache-2.0
#include "plan/lsm.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kLabel = "system_u:object_r:container_file_t:s0:c1,c2";

Facts with_apparmor(bool confined = false) {
  Facts facts;
  facts.has_apparmor = true;
  facts.confined_by_apparmor = confined;
  return facts;
}

Facts with_selinux() {
  Facts facts;
  facts.has_selinux = true;
  return facts;
}

// The labels of a process that asks for `more`.
std::string labels(std::string_view more, const Facts& facts) {
  return outcome(
      "apparmor|selinux",
      document(
          hull::format(
              R"("process": {{"cwd": "/", "args": ["a"], "user": {{"uid": 0, "gid": 0}}, {}}}, )",
              more) +
          linux_section("mount")),
      facts);
}

std::string profile(std::string_view name, const Facts& facts) {
  return labels(hull::format(R"("apparmorProfile": "{}")", name), facts);
}

// A mount of that type at /x and our own /dev, with kLabel for all that is mounted.
std::string labelled(std::string_view type, std::string_view options = "") {
  return outcome("mount",
                 document(hull::format(R"("mounts": [{{"destination": "/dev", "type": "bind",
                                "source": "/dev"}}, {{"destination": "/x", "type": "{}",
                                "source": "s", "options": [{}]}}], )",
                                       type, options) +
                          linux_section("mount", hull::format(R"("mountLabel": "{}")", kLabel))),
                 with_selinux());
}

// What stands behind "mount /x: ".
std::string label_of(std::string_view type, std::string_view options = "") {
  const std::string all = labelled(type, options);
  for (std::string_view line : split(all, '\n'))
    if (line.starts_with("mount /x: ")) return std::string(line.substr(10));
  return all;
}

}  // namespace

TEST_CASE("a profile is put on at the exec") {
  CHECK(profile("docker-default", with_apparmor()) == "apparmor: exec docker-default\n");
  CHECK(profile("", with_apparmor()) == "");
  // Or the kernel would look for one by the program's path.
  CHECK(profile("unconfined", with_apparmor()) == "apparmor: exec unconfined\n");
}

TEST_CASE("a profile is stacked when it is asked, or when hull is confined itself") {
  CHECK(profile("&extra", with_apparmor()) == "apparmor: stack extra\n");
  CHECK(profile("docker-default", with_apparmor(true)) == "apparmor: stack docker-default\n");
  CHECK(profile("&extra", with_apparmor(true)) == "apparmor: stack extra\n");
  CHECK(profile("&", with_apparmor()) ==
        "refused: /process/apparmorProfile: '&' names no profile\n");
}

TEST_CASE("a profile without AppArmor is refused, unless it confines nothing") {
  CHECK(profile("docker-default", {}) ==
        "refused: /process/apparmorProfile: 'docker-default' needs AppArmor, which this host's "
        "kernel has not enabled\n");
  CHECK(profile("&unconfined", {}) ==
        "refused: /process/apparmorProfile: '&unconfined' needs AppArmor, which this host's kernel "
        "has not enabled\n");
  CHECK(profile("unconfined", {}) == "");
}

TEST_CASE("whether a profile confines is told by its mode") {
  CHECK(!apparmor_confines("unconfined\n"));
  CHECK(!apparmor_confines("crun (unconfined)\n"));
  CHECK(apparmor_confines("docker-default (enforce)\n"));
  CHECK(apparmor_confines("docker-default (complain)"));
  CHECK(apparmor_confines("crun//&docker-default (mixed)\n"));
}

TEST_CASE("SELinux's context is the process's as it stands, and refused without SELinux") {
  const std::string asked = hull::format(R"("selinuxLabel": "{}")", kLabel);
  CHECK(labels(asked, with_selinux()) == hull::format("selinux: {}\n", kLabel));
  CHECK(labels(asked, with_apparmor()) ==
        hull::format("refused: /process/selinuxLabel: '{}' needs SELinux, which this host's kernel "
                     "has not enabled\n",
                     kLabel));
}

TEST_CASE("new file systems are mounted with the context") {
  CHECK(label_of("tmpfs") ==
        hull::format("filesystem tmpfs of 's', with context={} [/mounts/1]", kLabel));
  CHECK(label_of("tmpfs", R"("size=1m")") ==
        hull::format("filesystem tmpfs of 's', with size=1m,context={} [/mounts/1]", kLabel));
  CHECK(label_of("overlay", R"("lowerdir=/a:/b")") ==
        hull::format("filesystem overlay of 's', with lowerdir=/a:/b,context={} [/mounts/1]",
                     kLabel));
  CHECK(outcome("mount",
                document(linux_section("mount", hull::format(R"("mountLabel": "{}")", kLabel))),
                with_selinux()) ==
        hull::format("mount /dev: filesystem tmpfs of 'tmpfs', nosuid,strictatime, with "
                     "mode=755,size=65536k,context={} [default /dev]\n"
                     "mount label: {}\n",
                     kLabel, kLabel));
}

TEST_CASE("a context that the config has for one mount stays") {
  CHECK(label_of("tmpfs", R"("context=a:b:c:s0")") ==
        "filesystem tmpfs of 's', with context=a:b:c:s0 [/mounts/1]");
}

TEST_CASE("what is there once for the whole machine keeps its label, and so do binds") {
  for (const char* type : {"proc", "sysfs", "debugfs", "tracefs", "devtmpfs", "bpf"}) {
    CAPTURE(type);
    CHECK(label_of(type).find("abel") == std::string::npos);
    CHECK(label_of(type).find("context") == std::string::npos);
  }
  CHECK(label_of("bind") == "bind /bundle/s [/mounts/1]");
}

TEST_CASE("mqueue takes no parameter, so its root is labelled") {
  CHECK(label_of("mqueue") ==
        hull::format("filesystem mqueue of 's', root label {} [/mounts/1]", kLabel));
}

TEST_CASE("a mount label without SELinux is refused") {
  CHECK(outcome("", document(linux_section("mount", R"("mountLabel": "a:b:c:s0")"))) ==
        "refused: /linux/mountLabel: 'a:b:c:s0' needs SELinux, which this host's kernel has not "
        "enabled\n");
}

}  // namespace hull::plan
