// SPDX-License-Identifier: Apache-2.0
#include "plan/mounts.h"

#include <linux/sched.h>
#include <sys/mount.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "plan/cgroup_mounts.h"
#include "plan/idmaps.h"
#include "plan/inside_path.h"
#include "plan/mount_idmap.h"
#include "plan/mount_options.h"

namespace hull::plan {
namespace {

// One entry of config's list on its way to becoming operations.
struct Entry {
  const spec::Mount& asked;
  MountOptions options;
  Mount mount;
};

bool is_cgroup(const spec::Mount& asked) {
  return asked.type == "cgroup" || asked.type == "cgroup2";
}

std::string named(const FilesystemParameter& parameter) {
  return parameter.value ? parameter.key + "=" + *parameter.value : parameter.key;
}

Result<MountKind> kind_of(const spec::Mount& asked, const MountOptions& options,
                          const std::string& origin) {
  if (options.remount) return MountKind::Attributes;
  if (options.bind || asked.type == "bind") {
    if (asked.source.empty())
      return Error::refused(format("{}/source: is missing, and a bind needs one", origin));
    return MountKind::Bind;
  }
  if (!asked.type.empty() && asked.type != "none") return MountKind::Filesystem;
  // mount --make-shared: nothing is mounted, only changed.
  if (asked.source.empty() && options.propagation.type != 0) return MountKind::Attributes;
  return Error::refused(
      format("{}/type: is {}, and no option says bind or remount", origin,
             asked.type.empty() ? std::string("missing") : format("'{}'", asked.type)));
}

// What procfs is asked through must be procfs: nothing may stand in for it or for a file in it, but
// for the files that lxcfs and the like emulate (CVE-2019-16884).
Result<void> check_over_proc(const Mount& mount, const std::string& type) {
  constexpr std::array<std::string_view, 10> kEmulated = {"/proc/cpuinfo",
                                                          "/proc/diskstats",
                                                          "/proc/meminfo",
                                                          "/proc/stat",
                                                          "/proc/swaps",
                                                          "/proc/uptime",
                                                          "/proc/loadavg",
                                                          "/proc/slabinfo",
                                                          "/proc/sys/kernel/ns_last_pid",
                                                          "/proc/sys/crypto/fips_enabled"};
  if (mount.kind == MountKind::Attributes || !path::is_within(mount.destination, "/proc"))
    return {};
  if (std::ranges::find(kEmulated, mount.destination) != kEmulated.end()) return {};
  if (mount.destination == "/proc") {
    if (type == "proc" && mount.kind == MountKind::Filesystem) return {};
    if (mount.kind == MountKind::Bind && path::clean(mount.source) == "/proc") return {};
    return Error::refused(
        format("{}/destination: only proc, or a bind of /proc, may be at /proc", mount.origin));
  }
  return Error::refused(format("{}/destination: '{}' is inside /proc, where nothing may be mounted",
                               mount.origin, mount.destination));
}

// What may be mounted anywhere below /sys: the kernel's own file systems, which are made for that,
// and an empty one, which managers hide directories with.
bool belongs_below_sys(std::string_view type) {
  constexpr std::array<std::string_view, 10> kTypes = {
      "bpf",      "debugfs", "tracefs",  "securityfs", "pstore",
      "efivarfs", "fusectl", "configfs", "selinuxfs",  "tmpfs"};
  return std::ranges::find(kTypes, type) != kTypes.end();
}

bool is_known_below_sys(const Mount& mount, const spec::Mount& asked) {
  if (mount.kind == MountKind::Bind)
    // lxcfs shows the processors of the cpuset.
    return path::is_within(path::clean(mount.source), "/sys") ||
           path::is_within(mount.destination, "/sys/devices/system/cpu");
  if (is_cgroup(asked)) return path::is_within(mount.destination, "/sys/fs/cgroup");
  return belongs_below_sys(asked.type);
}

// Programs take what /sys says for the kernel's word, masks and read-only paths are written for
// what it has: nothing else may stand in for it.
Result<void> check_over_sys(const Mount& mount, const spec::Mount& asked) {
  if (mount.kind == MountKind::Attributes || !path::is_within(mount.destination, "/sys")) return {};
  if (mount.destination != "/sys") {
    if (is_known_below_sys(mount, asked)) return {};
    return Error::refused(format(
        "{}/destination: '{}' is inside /sys, where only the kernel's own file systems, tmpfs "
        "and binds of the host's /sys may be mounted",
        mount.origin, mount.destination));
  }
  const bool is_right = mount.kind == MountKind::Bind
                            ? path::clean(mount.source) == "/sys"
                            : asked.type == "sysfs" || asked.type == "tmpfs";
  if (is_right) return {};
  return Error::refused(
      format("{}/destination: only sysfs, a bind of /sys, or tmpfs may be at /sys", mount.origin));
}

// gid=5 of a devpts is an id of the container: the kernel answers an unmapped one with a bare
// EINVAL.
Result<void> check_owner(const Mount& mount, const IdMaps& id_maps) {
  for (const FilesystemParameter& parameter : mount.parameters) {
    const bool is_uid = parameter.key == "uid";
    if ((!is_uid && parameter.key != "gid") || !parameter.value) continue;
    std::optional<std::uint64_t> id = parse_uint(*parameter.value);
    if (!id || *id > 0xffffffff) continue;
    if (!is_mapped(is_uid ? id_maps.uids : id_maps.gids, static_cast<std::uint32_t>(*id)))
      return Error::refused(format("{}/options: '{}' is not mapped by /linux/{}Mappings",
                                   mount.origin, named(parameter), parameter.key));
  }
  return {};
}

// Words that mean something only elsewhere.
Result<void> check_words(const Entry& entry) {
  const Mount& mount = entry.mount;
  const MountOptions& options = entry.options;
  const bool is_bind = mount.kind == MountKind::Bind;
  auto needs = [&](std::string_view word, std::string_view what) {
    return Error::refused(format("{}/options: '{}' needs {}", mount.origin, word, what));
  };
  if (options.copy_up && (mount.kind != MountKind::Filesystem || mount.type != "tmpfs"))
    return needs("tmpcopyup", "the type tmpfs");
  if (options.copy_symlink && !is_bind) return needs("copy-symlink", "a bind");
  if (options.source_nofollow && !is_bind) return needs("src-nofollow", "a bind");
  if (mount.kind != MountKind::Attributes) return {};
  auto refused = [&](std::string_view word) {
    return Error::refused(format(
        "{}/options: '{}' is the filesystem's, and a remount changes only the mount's attributes",
        mount.origin, word));
  };
  if (!options.superblock.empty()) return refused(options.superblock.front().written);
  if (!options.parameters.empty()) return refused(named(options.parameters.front()));
  return {};
}

void warn_of_ignored(const Request& request, const Entry& entry) {
  const Mount& mount = entry.mount;
  auto warn = [&](std::string_view word, std::string_view why) {
    request.warnings.push_back(format("{}/options: '{}' is ignored: {}", mount.origin, word, why));
  };
  for (std::string_view word : entry.options.unappliable)
    warn(word, "the kernel takes it only by mount(2)");
  if (mount.kind == MountKind::Filesystem && !is_cgroup(entry.asked)) return;
  std::string_view why = mount.kind == MountKind::Bind
                             ? "a bind takes the source's filesystem as it is"
                             : "the cgroup hierarchy is mounted already";
  for (const SuperblockFlag& flag : entry.options.superblock) warn(flag.written, why);
  for (const FilesystemParameter& parameter : entry.options.parameters) {
    // containerd copies these two from the host's mount.
    if (is_cgroup(entry.asked) &&
        (parameter.key == "nsdelegate" || parameter.key == "memory_recursiveprot"))
      continue;
    warn(named(parameter), why);
  }
}

// A new sysfs shows the network namespace's devices, so the kernel demands power over that one. If
// it belongs to an outer user namespace we bind the host's.
bool must_bind_sysfs(const Request& request, const Namespaces& namespaces) {
  if (namespaces.creates(CLONE_NEWNET)) return false;
  if (namespaces.creates(CLONE_NEWUSER)) return true;
  const bool is_outside = namespaces.joins(CLONE_NEWUSER) || request.facts.in_user_namespace;
  return is_outside && !namespaces.has(CLONE_NEWNET);
}

void bind_sysfs(Mount& mount) {
  mount.kind = MountKind::Bind;
  mount.source = "/sys";
  mount.type.clear();
  mount.parameters.clear();
  mount.recursive = true;
  // What was asked of the one filesystem holds for all that is mounted below it.
  make_attributes_recursive(mount);
}

void finish_filesystem(const Entry& entry, Mount& mount) {
  for (const SuperblockFlag& flag : entry.options.superblock)
    mount.parameters.push_back({std::string(flag.name), std::nullopt});
  mount.parameters.insert(mount.parameters.end(), entry.options.parameters.begin(),
                          entry.options.parameters.end());
  if (mount.type == "tmpfs") return postpone_readonly(mount);
  const std::uint64_t set = mount.attributes.set | mount.recursive_attributes.set;
  // A disk that is mounted read-only must not be written to by its journal either.
  if ((set & MOUNT_ATTR_RDONLY) != 0 && mount.source.starts_with("/dev/"))
    mount.parameters.push_back({"ro", std::nullopt});
}

bool is_below_rootfs(const std::string& path, const Rootfs& rootfs) {
  return rootfs.path != "/" && path::is_within(path, rootfs.path);
}

void set_bind_source(const Request& request, const Rootfs& rootfs, const std::string& asked,
                     Mount& mount) {
  mount.source = path::join(request.options.bundle, asked);
  std::string source = path::clean(mount.source);
  if (!is_below_rootfs(source, rootfs)) return;
  mount.source = std::move(source);
  mount.source_inside = true;
}

Mount start_mount(const spec::Mount& asked, const MountOptions& options, MountKind kind,
                  std::string origin) {
  Mount mount;
  mount.kind = kind;
  mount.attributes = options.attributes;
  mount.recursive_attributes = options.recursive_attributes;
  mount.propagation = options.propagation;
  mount.recursive = kind == MountKind::Bind && options.recursive;
  mount.copy_up = options.copy_up;
  mount.copy_symlink = options.copy_symlink;
  mount.source_nofollow = options.source_nofollow;
  mount.destination_nofollow = options.destination_nofollow;
  mount.origin = std::move(origin);
  if (kind != MountKind::Filesystem) return mount;
  mount.type = asked.type;
  mount.source = asked.source;
  mount.destination_no_symlinks = asked.type == "proc" || asked.type == "sysfs" || is_cgroup(asked);
  return mount;
}

Result<Entry> read_entry(const Request& request, const Namespaces& namespaces, const Rootfs& rootfs,
                         const spec::Mount& asked, std::string origin) {
  if (asked.destination.empty())
    return Error::refused(format("{}/destination: is missing or empty", origin));
  MountOptions options = parse_mount_options(asked.options);
  MountKind kind = TRY(kind_of(asked, options, origin));
  Mount mount = start_mount(asked, options, kind, std::move(origin));
  mount.destination = plan_destination(request, asked, rootfs, mount.origin);
  if (kind == MountKind::Bind) {
    set_bind_source(request, rootfs, asked.source, mount);
    mount.destination_no_symlinks =
        mount.destination == "/proc" || mount.destination == "/sys" || is_cgroup(asked);
  }
  TRY(plan_mount_idmap(request, namespaces, asked, options, mount));
  return Entry{asked, std::move(options), std::move(mount)};
}

Result<void> plan_entry(const Request& request, const Namespaces& namespaces, const IdMaps& id_maps,
                        const Rootfs& rootfs, const spec::Mount& asked, std::string origin,
                        std::vector<Mount>& mounts) {
  Entry entry = TRY(read_entry(request, namespaces, rootfs, asked, std::move(origin)));
  TRY(check_over_proc(entry.mount, entry.asked.type));
  TRY(check_over_sys(entry.mount, entry.asked));
  TRY(check_words(entry));
  warn_of_ignored(request, entry);
  if (entry.mount.kind == MountKind::Filesystem) {
    if (is_cgroup(entry.asked)) {
      plan_cgroup_mount(request, namespaces, std::move(entry.mount), mounts);
      return {};
    }
    finish_filesystem(entry, entry.mount);
    TRY(check_owner(entry.mount, id_maps));
    if (entry.mount.type == "sysfs" && must_bind_sysfs(request, namespaces))
      bind_sysfs(entry.mount);
  }
  mounts.push_back(std::move(entry.mount));
  return {};
}

Mount default_dev() {
  Mount dev;
  dev.kind = MountKind::Filesystem;
  dev.destination = "/dev";
  dev.source = "tmpfs";
  dev.type = "tmpfs";
  dev.parameters = {{"mode", "755"}, {"size", "65536k"}};
  dev.attributes = {MOUNT_ATTR_NOSUID | MOUNT_ATTR_STRICTATIME, MOUNT_ATTR__ATIME};
  dev.origin = "default /dev";
  return dev;
}

// Whatever the image has at /dev is hidden: its symlinks and nodes are the seam that attacks come
// through (CVE-2025-31133 and its kin).
void settle_dev(PlannedMounts& planned) {
  std::vector<Mount>& mounts = planned.mounts;
  auto is_at = [](const char* place) {
    return [place](const Mount& mount) {
      return mount.kind != MountKind::Attributes && mount.destination == place;
    };
  };
  // A mount at "/" hides all that was mounted before.
  auto first = std::find_if(mounts.rbegin(), mounts.rend(), is_at("/")).base();
  auto dev = std::find_if(mounts.rbegin(), std::make_reverse_iterator(first), is_at("/dev"));
  if (dev == std::make_reverse_iterator(first)) {
    mounts.insert(first, default_dev());
    return;
  }
  planned.owns_dev = dev->kind == MountKind::Filesystem && dev->type != "devtmpfs";
}

}  // namespace

// Callers that know the container by its place on the host name destinations that way; runc has
// always taken them so.
std::string plan_destination(const Request& request, const spec::Mount& asked, const Rootfs& rootfs,
                             const std::string& origin) {
  std::string destination = inside_path(asked.destination);
  std::string_view what = "relative";
  if (is_below_rootfs(destination, rootfs)) {
    destination = inside_path(std::string_view(destination).substr(rootfs.path.size()));
    what = "the host's path of it";
  } else if (path::is_absolute(asked.destination)) {
    return destination;
  }
  request.warnings.push_back(format("{}/destination: '{}' is {}, taken as '{}'", origin,
                                    asked.destination, what, destination));
  return destination;
}

Result<std::vector<Mount>> plan_mount_list(const Request& request, const Namespaces& namespaces,
                                           const IdMaps& id_maps, const Rootfs& rootfs,
                                           std::string_view pointer) {
  const std::vector<spec::Mount>& list = request.config.mounts;
  std::vector<Mount> mounts;
  // Our own /dev comes on top.
  mounts.reserve(list.size() + 1);
  for (std::size_t i = 0; i < list.size(); ++i)
    TRY(plan_entry(request, namespaces, id_maps, rootfs, list[i], format("{}/{}", pointer, i),
                   mounts));
  return mounts;
}

Result<PlannedMounts> plan_mounts(const Request& request, const Namespaces& namespaces,
                                  const IdMaps& id_maps, const Rootfs& rootfs) {
  PlannedMounts planned;
  if (!namespaces.has(CLONE_NEWNS)) {
    planned.owns_dev = false;
    return planned;
  }
  planned.mounts = TRY(plan_mount_list(request, namespaces, id_maps, rootfs, "/mounts"));
  settle_dev(planned);
  return planned;
}

}  // namespace hull::plan
