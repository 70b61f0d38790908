// SPDX-License-Identifier: Apache-2.0
#include "plan/mounts.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kMaps =
    R"("uidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}],
       "gidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}])";

// The lines of `list`'s mounts, our own /dev before them, and the warnings. A mapping is added
// where a user namespace is created.
std::string mounts(std::string_view list, std::string_view namespaces = "mount",
                   const Facts& facts = {}) {
  const bool maps = (" " + std::string(namespaces) + " ").find(" user ") != std::string::npos;
  const std::string text =
      outcome("mount|/dev",
              document(hull::format(R"("mounts": [{}], )", list) +
                       linux_section(namespaces, maps ? kMaps : std::string_view())),
              facts);
  return text;
}

// One mount, whose line is all that is of interest.
std::string mount(std::string_view destination, std::string_view type, std::string_view source,
                  std::vector<std::string_view> options, std::string_view namespaces = "mount",
                  const Facts& facts = {}) {
  std::string words;
  for (std::string_view option : options)
    words += hull::format(R"({}"{}")", words.empty() ? "" : ", ", option);
  std::string text = mounts(
      hull::format(R"({{"destination": "{}", "type": "{}", "source": "{}", "options": [{}]}})",
                   destination, type, source, words),
      namespaces, facts);
  std::string kept;
  for (std::string_view line : split(text, '\n'))
    if (!line.empty() && !line.starts_with("/dev:") &&
        line.find("[default /dev]") == std::string_view::npos)
      kept.append(line) += '\n';
  return kept;
}

}  // namespace

TEST_CASE("a bind keeps what is not mentioned") {
  CHECK(mount("/dst", "bind", "/src", {"bind", "ro"}) == "mount /dst: bind /src, ro [/mounts/0]\n");
  CHECK(mount("/dst", "none", "/src", {"rbind", "rw", "rprivate"}) ==
        "mount /dst: bind /src, recursive, rw, rprivate [/mounts/0]\n");
  CHECK(mount("/dst", "", "/src", {"bind", "rbind", "rro", "nosuid"}) ==
        "mount /dst: bind /src, recursive, nosuid, rro [/mounts/0]\n");
  CHECK(mount("/dst", "bind", "/src", {}) == "mount /dst: bind /src [/mounts/0]\n");
}

TEST_CASE("a bind's source is taken from the bundle, its destination from the container's root") {
  CHECK(mount("/a/../dst/", "bind", "data/x", {}) ==
        "mount /dst: bind /bundle/data/x [/mounts/0]\n");
  CHECK(mount("dst", "bind", "/src", {}) ==
        "mount /dst: bind /src [/mounts/0]\n"
        "warning: /mounts/0/destination: 'dst' is relative, taken as '/dst'\n");
  CHECK(mount("../../etc", "bind", "/src", {}) ==
        "mount /etc: bind /src [/mounts/0]\n"
        "warning: /mounts/0/destination: '../../etc' is relative, taken as '/etc'\n");
}

TEST_CASE("what the host's paths name below the rootfs is the container's") {
  CHECK(mount("/dst", "bind", "rootfs/a/../b", {}) ==
        "mount /dst: bind /bundle/rootfs/b (inside) [/mounts/0]\n");
  CHECK(mount("/dst", "bind", "/bundle/rootfs2", {}) ==
        "mount /dst: bind /bundle/rootfs2 [/mounts/0]\n");
  CHECK(mount("/bundle/rootfs/dst", "bind", "/src", {}) ==
        "mount /dst: bind /src [/mounts/0]\n"
        "warning: /mounts/0/destination: '/bundle/rootfs/dst' is the host's path of it, taken as "
        "'/dst'\n");
  // By whichever name: it is checked as what it means. A source there is no procfs of the host's.
  CHECK(mount("/bundle/rootfs/proc/sys", "bind", "/src", {})
            .contains("'/proc/sys' is inside /proc, where nothing may be mounted"));
  CHECK(mount("/proc", "bind", "rootfs/proc", {})
            .contains("only proc, or a bind of /proc, may be at /proc"));
}

TEST_CASE("a mount without the words it needs is refused") {
  CHECK(mount("", "bind", "/src", {}) == "refused: /mounts/0/destination: is missing or empty\n");
  CHECK(mount("/dst", "bind", "", {}) ==
        "refused: /mounts/0/source: is missing, and a bind needs one\n");
  CHECK(mount("/dst", "", "/src", {}) ==
        "refused: /mounts/0/type: is missing, and no option says bind or remount\n");
  CHECK(mount("/dst", "none", "/src", {"ro"}) ==
        "refused: /mounts/0/type: is 'none', and no option says bind or remount\n");
}

TEST_CASE("filesystem parameters keep their order, flags before values") {
  CHECK(mount("/dev/pts", "devpts", "devpts",
              {"nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"}) ==
        "mount /dev/pts: filesystem devpts of 'devpts', nosuid,noexec, with newinstance,"
        "ptmxmode=0666,mode=0620,gid=5 [/mounts/0]\n");
  CHECK(mount("/t", "tmpfs", "tmpfs", {"size=1m", "sync", "", "defaults"}) ==
        "mount /t: filesystem tmpfs of 'tmpfs', with sync,size=1m [/mounts/0]\n");
}

TEST_CASE("a tmpfs closes late, a disk is read-only down to its journal") {
  CHECK(mount("/t", "tmpfs", "tmpfs", {"ro", "nodev"}) ==
        "mount /t: filesystem tmpfs of 'tmpfs', nodev, ro late [/mounts/0]\n");
  CHECK(mount("/t", "tmpfs", "tmpfs", {"rro"}) ==
        "mount /t: filesystem tmpfs of 'tmpfs', ro late [/mounts/0]\n");
  CHECK(mount("/t", "ext4", "/dev/sdb", {"ro"}) ==
        "mount /t: filesystem ext4 of '/dev/sdb', ro, with ro [/mounts/0]\n");
  CHECK(mount("/t", "overlay", "overlay", {"ro", "lowerdir=/a:/b"}) ==
        "mount /t: filesystem overlay of 'overlay', ro, with lowerdir=/a:/b [/mounts/0]\n");
}

TEST_CASE("words of a filesystem on a bind are ignored, and said to be") {
  CHECK(mount("/dst", "bind", "/src", {"bind", "size=1m", "sync", "silent"}) ==
        "mount /dst: bind /src [/mounts/0]\n"
        "warning: /mounts/0/options: 'silent' is ignored: the kernel takes it only by mount(2)\n"
        "warning: /mounts/0/options: 'sync' is ignored: a bind takes the source's filesystem as it "
        "is\n"
        "warning: /mounts/0/options: 'size=1m' is ignored: a bind takes the source's filesystem as "
        "it is\n");
}

TEST_CASE("a remount changes attributes, whatever the type") {
  CHECK(mount("/dst", "none", "", {"remount", "ro"}) == "mount /dst: attributes, ro [/mounts/0]\n");
  CHECK(mount("/dst", "bind", "/src", {"remount", "bind", "rro"}) ==
        "mount /dst: attributes, rro [/mounts/0]\n");
  CHECK(mount("/dst", "none", "", {"rshared"}) == "mount /dst: attributes, rshared [/mounts/0]\n");
  CHECK(mount("/dst", "tmpfs", "tmpfs", {"remount", "size=1m"}) ==
        "refused: /mounts/0/options: 'size=1m' is the filesystem's, and a remount changes only the "
        "mount's attributes\n");
  CHECK(mount("/dst", "tmpfs", "tmpfs", {"remount", "sync"}) ==
        "refused: /mounts/0/options: 'sync' is the filesystem's, and a remount changes only the "
        "mount's attributes\n");
}

TEST_CASE("words for binds or for tmpfs are refused elsewhere") {
  CHECK(mount("/t", "tmpfs", "tmpfs", {"tmpcopyup"}) ==
        "mount /t: filesystem tmpfs of 'tmpfs', copy up [/mounts/0]\n");
  CHECK(mount("/t", "bind", "/src", {"copy-symlink", "src-nofollow", "dest-nofollow"}) ==
        "mount /t: bind /src, copy symlink, source nofollow, destination nofollow [/mounts/0]\n");
  CHECK(mount("/t", "bind", "/src", {"tmpcopyup"}) ==
        "refused: /mounts/0/options: 'tmpcopyup' needs the type tmpfs\n");
  CHECK(mount("/t", "proc", "proc", {"copy-symlink"}) ==
        "refused: /mounts/0/options: 'copy-symlink' needs a bind\n");
  CHECK(mount("/t", "tmpfs", "tmpfs", {"src-nofollow"}) ==
        "refused: /mounts/0/options: 'src-nofollow' needs a bind\n");
}

TEST_CASE("proc and sysfs are reached without symlinks") {
  CHECK(mount("/proc", "proc", "proc", {}) ==
        "mount /proc: filesystem proc of 'proc', no symlinks [/mounts/0]\n");
  CHECK(mount("/sys", "sysfs", "sysfs", {"ro"}) ==
        "mount /sys: filesystem sysfs of 'sysfs', ro, no symlinks [/mounts/0]\n");
}

TEST_CASE("nothing stands in for proc or lies in it, but for what lxcfs emulates") {
  CHECK(mount("/proc", "bind", "/proc", {"rbind"}) ==
        "mount /proc: bind /proc, recursive, no symlinks [/mounts/0]\n");
  CHECK(mount("/proc/uptime", "bind", "/lxcfs/uptime", {"bind"}) ==
        "mount /proc/uptime: bind /lxcfs/uptime [/mounts/0]\n");
  CHECK(mount("/proc/sys/kernel/ns_last_pid", "bind", "/x", {"bind"}) ==
        "mount /proc/sys/kernel/ns_last_pid: bind /x [/mounts/0]\n");
  CHECK(mount("/proc/sys", "none", "", {"remount", "ro"}) ==
        "mount /proc/sys: attributes, ro [/mounts/0]\n");
  CHECK(mount("/procfs", "bind", "/x", {"bind"}) == "mount /procfs: bind /x [/mounts/0]\n");
  const std::string only =
      "refused: /mounts/0/destination: only proc, or a bind of /proc, may be at /proc\n";
  CHECK(mount("/proc", "tmpfs", "tmpfs", {}) == only);
  CHECK(mount("/proc", "bind", "/fake", {"bind"}) == only);
  CHECK(mount("/proc/../proc/", "bind", "/fake", {"bind"}) == only);
  CHECK(mount("/proc/self/attr", "tmpfs", "tmpfs", {}) ==
        "refused: /mounts/0/destination: '/proc/self/attr' is inside /proc, where nothing may be "
        "mounted\n");
  CHECK(mount("/x/../proc/sys", "bind", "/x", {"bind"}) ==
        "refused: /mounts/0/destination: '/proc/sys' is inside /proc, where nothing may be "
        "mounted\n");
  CHECK(mount("/proc/sys/kernel", "proc", "proc", {}) ==
        "refused: /mounts/0/destination: '/proc/sys/kernel' is inside /proc, where nothing may be "
        "mounted\n");
}

TEST_CASE("at /sys there is only sysfs, the host's or none") {
  CHECK(mount("/sys", "sysfs", "sysfs", {}) ==
        "mount /sys: filesystem sysfs of 'sysfs', no symlinks [/mounts/0]\n");
  CHECK(mount("/sys", "bind", "/sys", {"rbind"}) ==
        "mount /sys: bind /sys, recursive, no symlinks [/mounts/0]\n");
  CHECK(mount("/sys", "tmpfs", "tmpfs", {"ro"}) ==
        "mount /sys: filesystem tmpfs of 'tmpfs', ro late [/mounts/0]\n");
  CHECK(mount("/sys", "none", "", {"remount", "ro"}) == "mount /sys: attributes, ro [/mounts/0]\n");
  CHECK(mount("/system", "bind", "/x", {"bind"}) == "mount /system: bind /x [/mounts/0]\n");
  const std::string only =
      "refused: /mounts/0/destination: only sysfs, a bind of /sys, or tmpfs may be at /sys\n";
  CHECK(mount("/sys", "bind", "/fake", {"bind"}) == only);
  CHECK(mount("/sys", "bind", "/sys/fs", {"bind"}) == only);
  CHECK(mount("/sys", "bind", "/sys/../fake", {"bind"}) == only);
  CHECK(mount("/x/../sys/", "overlay", "overlay", {"lowerdir=/a:/b"}) == only);
  CHECK(mount("/sys", "proc", "proc", {}) == only);
}

TEST_CASE("below /sys there is only what the kernel says, or nothing") {
  const std::vector<const char*> types = {"bpf",    "debugfs",  "tracefs", "securityfs",
                                          "pstore", "efivarfs", "fusectl", "configfs",
                                          "tmpfs",  "selinuxfs"};
  for (const char* type : types) {
    CAPTURE(type);
    CHECK(mount("/sys/kernel/x", type, "s", {}) ==
          hull::format("mount /sys/kernel/x: filesystem {} of 's' [/mounts/0]\n", type));
  }
  CHECK(mount("/sys/fs/bpf", "bind", "/sys/fs/bpf", {"rbind", "rslave"}) ==
        "mount /sys/fs/bpf: bind /sys/fs/bpf, recursive, rslave [/mounts/0]\n");
  CHECK(mount("/sys/devices/system/cpu/online", "bind", "/lxcfs/online", {"bind"}) ==
        "mount /sys/devices/system/cpu/online: bind /lxcfs/online [/mounts/0]\n");
  CHECK(mount("/sys/devices/system/cpu", "bind", "/lxcfs/cpu", {"bind"}) ==
        "mount /sys/devices/system/cpu: bind /lxcfs/cpu [/mounts/0]\n");
  CHECK(mount("/sys/firmware", "none", "", {"remount", "ro"}) ==
        "mount /sys/firmware: attributes, ro [/mounts/0]\n");
  auto refused = [](std::string_view place) {
    return hull::format(
        "refused: /mounts/0/destination: '{}' is inside /sys, where only the kernel's own file "
        "systems, tmpfs and binds of the host's /sys may be mounted\n",
        place);
  };
  CHECK(mount("/sys/kernel/security", "bind", "/fake", {"bind"}) ==
        refused("/sys/kernel/security"));
  CHECK(mount("/sys/kernel/security", "bind", "/sys/../fake", {"bind"}) ==
        refused("/sys/kernel/security"));
  CHECK(mount("/sys/devices/system", "bind", "/fake", {"bind"}) == refused("/sys/devices/system"));
  CHECK(mount("/x/../sys/firmware", "overlay", "overlay", {"lowerdir=/a:/b"}) ==
        refused("/sys/firmware"));
  CHECK(mount("/sys/kernel", "sysfs", "sysfs", {}) == refused("/sys/kernel"));
  CHECK(mount("/sys/kernel", "proc", "proc", {}) == refused("/sys/kernel"));
  CHECK(mount("/sys/kernel", "cgroup", "cgroup", {}) == refused("/sys/kernel"));
}

TEST_CASE("the host's sysfs is bound where the kernel refuses a new one") {
  const std::string bound =
      "mount /sys: bind /sys, recursive, rro,rnosuid, no symlinks [/mounts/0]\n";
  const std::string fresh =
      "mount /sys: filesystem sysfs of 'sysfs', ro,nosuid, no symlinks [/mounts/0]\n";
  auto sysfs = [](std::string_view namespaces, const Facts& facts = {}) {
    return mount("/sys", "sysfs", "sysfs", {"nosuid", "ro"}, namespaces, facts);
  };
  CHECK(sysfs("mount user") == bound);
  CHECK(sysfs("mount user network=/host") == bound);
  CHECK(sysfs("mount user network") == fresh);
  CHECK(sysfs("mount user=/u network=/n") == fresh);
  CHECK(sysfs("mount user=/u") == bound);
  CHECK(sysfs("mount") == fresh);
  Facts nested;
  nested.in_user_namespace = true;
  CHECK(sysfs("mount", nested) == bound);
  CHECK(sysfs("mount network", nested) == fresh);
}

TEST_CASE("an owner that is not mapped is refused") {
  CHECK(mount("/dev/pts", "devpts", "devpts", {"gid=5"}, "mount user") ==
        "mount /dev/pts: filesystem devpts of 'devpts', with gid=5 [/mounts/0]\n");
  CHECK(mount("/dev/pts", "devpts", "devpts", {"gid=10"}, "mount user") ==
        "refused: /mounts/0/options: 'gid=10' is not mapped by /linux/gidMappings\n");
  CHECK(mount("/t", "tmpfs", "tmpfs", {"uid=4294967294"}, "mount user") ==
        "refused: /mounts/0/options: 'uid=4294967294' is not mapped by /linux/uidMappings\n");
}

TEST_CASE("our own /dev goes first, or onto a mount at the root") {
  const std::string ours =
      "mount /dev: filesystem tmpfs of 'tmpfs', nosuid,strictatime, with mode=755,size=65536k "
      "[default /dev]\n";
  CHECK(mounts("") == ours + "/dev: ours\n");
  CHECK(mounts(R"({"destination": "/dev/shm", "type": "tmpfs", "source": "shm"})") ==
        ours +
            "mount /dev/shm: filesystem tmpfs of 'shm' [/mounts/0]\n"
            "/dev: ours\n");
  CHECK(mounts(R"({"destination": "/", "type": "bind", "source": "/lower"},
                  {"destination": "/dev/shm", "type": "tmpfs"})") ==
        "mount /: bind /lower [/mounts/0]\n" + ours +
            "mount /dev/shm: filesystem tmpfs of '' [/mounts/1]\n"
            "/dev: ours\n");
  // What was mounted at /dev before is under the new root.
  CHECK(mounts(R"({"destination": "/dev", "type": "bind", "source": "/dev"},
                  {"destination": "/", "type": "bind", "source": "/lower"})") ==
        "mount /dev: bind /dev [/mounts/0]\n"
        "mount /: bind /lower [/mounts/1]\n" +
            ours + "/dev: ours\n");
}

TEST_CASE("/dev is ours unless it is the host's") {
  CHECK(mounts(R"({"destination": "/dev", "type": "tmpfs", "source": "tmpfs"})") ==
        "mount /dev: filesystem tmpfs of 'tmpfs' [/mounts/0]\n"
        "/dev: ours\n");
  CHECK(mounts(R"({"destination": "/dev/", "type": "bind", "source": "/dev"})") ==
        "mount /dev: bind /dev [/mounts/0]\n"
        "/dev: not ours\n");
  CHECK(mounts(R"({"destination": "/dev", "type": "devtmpfs", "source": "devtmpfs"})") ==
        "mount /dev: filesystem devtmpfs of 'devtmpfs' [/mounts/0]\n"
        "/dev: not ours\n");
  // The last mount at a place is the one that counts.
  CHECK(mounts(R"({"destination": "/dev", "type": "bind", "source": "/dev"},
                  {"destination": "/dev", "type": "tmpfs", "source": "tmpfs"})") ==
        "mount /dev: bind /dev [/mounts/0]\n"
        "mount /dev: filesystem tmpfs of 'tmpfs' [/mounts/1]\n"
        "/dev: ours\n");
}

}  // namespace hull::plan
