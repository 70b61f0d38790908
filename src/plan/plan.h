// SPDX-License-Identifier: Apache-2.0
// The Plan: config.json, options and host facts compiled into decisions. Immutable once made; the
// child inherits it as memory, so nothing is parsed or decided inside. Pure: no system call.
#pragma once

#include <sched.h>
#include <sys/personality.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/number_set.h"
#include "plan/hooks.h"
#include "plan/seccomp.h"
#include "spec/config.h"

namespace hull::plan {

/// One row of an id map: `size` ids from `container` on are `host`'s on the host.
struct IdRange {
  std::uint32_t container = 0;
  std::uint32_t host = 0;
  std::uint32_t size = 0;
  bool operator==(const IdRange&) const = default;
};

/// The maps of a user namespace that we create (user_namespaces(7)); empty when there is none, or
/// when it is joined.
struct IdMaps {
  std::vector<IdRange> uids;
  std::vector<IdRange> gids;
  bool empty() const { return uids.empty() && gids.empty(); }
  bool operator==(const IdMaps&) const = default;
};

/// A namespace to be entered by its file. `type` is its CLONE_NEW* flag.
struct JoinedNamespace {
  int type = 0;
  std::string path;
  /// It is the one that hull itself is in, the host's: nothing that is set there is the
  /// container's.
  bool is_hosts = false;
};

struct TimeOffset {
  /// The clock's name in /proc/PID/timens_offsets: "monotonic" or "boottime".
  std::string clock;
  std::int64_t seconds = 0;
  std::uint32_t nanoseconds = 0;
};

struct Namespaces {
  /// CLONE_NEW* flags of the namespaces to create.
  std::uint64_t create = 0;
  /// In the order to enter them: the user namespace first, since it owns the right to the others.
  std::vector<JoinedNamespace> join;
  std::vector<TimeOffset> time_offsets;
  /// A stage process must enter or make namespaces before the container's process is cloned: a
  /// joined user namespace, so that those to create belong to it; a joined pid or time namespace,
  /// which only children enter; time offsets, which are written before anybody is inside, unless
  /// init makes a user namespace, in which it may; and any joined namespace of the host's when a
  /// user namespace is created, from inside which it could not be entered any more.
  bool stage = false;

  bool creates(std::uint64_t type) const { return (create & type) != 0; }
  bool joins(int type) const { return joined(type) != nullptr; }
  /// The one of that type to enter, or null.
  const JoinedNamespace* joined(int type) const;
  /// Either of the two, and not the host's by its path: the container has its own.
  bool has(int type) const {
    const JoinedNamespace* one = joined(type);
    return creates(static_cast<std::uint64_t>(type)) || (one != nullptr && !one->is_hosts);
  }
  /// The flags of all that the container has of its own, made or joined.
  std::uint64_t all() const {
    std::uint64_t types = create;
    for (const JoinedNamespace& joined : join) types |= static_cast<std::uint64_t>(joined.type);
    return types;
  }
  /// The process is cloned last, by one that has built all outside of the pid namespace: those in
  /// there, who are others', see nothing that is stronger than it.
  bool clones_last() const { return joins(CLONE_NEWPID); }
  /// The flags for clone3(2): all to create but cgroup, whose root is the cgroup held at that
  /// moment, and time when it has offsets.
  std::uint64_t at_clone() const {
    std::uint64_t later = CLONE_NEWCGROUP;
    if (!time_offsets.empty()) later |= CLONE_NEWTIME;
    return create & ~later;
  }
};

/// mount_setattr(2) arguments. Applied to the top mount, or to every mount of the tree.
struct MountAttributes {
  std::uint64_t set = 0;
  std::uint64_t clear = 0;
  bool empty() const { return set == 0 && clear == 0; }
  bool operator==(const MountAttributes&) const = default;
};

/// MS_PRIVATE, MS_SLAVE, MS_SHARED or MS_UNBINDABLE, 0 for none asked.
struct Propagation {
  std::uint64_t type = 0;
  bool recursive = false;
  bool operator==(const Propagation&) const = default;
};

/// One fsconfig(2) call: a flag when `value` is absent.
struct FilesystemParameter {
  std::string key;
  std::optional<std::string> value;
  bool operator==(const FilesystemParameter&) const = default;
};

enum class MountKind {
  Bind,        // a tree of the host's, opened outside as a detached copy
  Filesystem,  // a new instance, made inside because it belongs to our namespaces
  Symlink,     // a link with the text `source`
  Attributes,  // "remount": change what is already mounted at the destination
};

struct Mount {
  MountKind kind = MountKind::Bind;
  /// Clean, absolute, as seen from inside. Resolved beneath the rootfs when it is used.
  std::string destination;
  /// Bind: absolute host path. Filesystem: the source string. Symlink: the link's text.
  std::string source;
  /// Filesystem type; empty for the other kinds.
  std::string type;
  std::vector<FilesystemParameter> parameters;
  MountAttributes attributes;
  MountAttributes recursive_attributes;
  /// Asked propagation; without one a bind is made private (recursively), never left a peer.
  Propagation propagation;
  /// Bind the whole tree below the source (rbind).
  bool recursive = false;
  /// Make the mount read-only only after everything was mounted below it (tmpfs).
  bool readonly_late = false;
  /// tmpcopyup: fill the new tmpfs with what the destination held.
  bool copy_up = false;
  /// copy-symlink: when the source is a symlink, make the same symlink instead of a bind.
  bool copy_symlink = false;
  bool source_nofollow = false;
  /// Bind: the source, then clean, lies below the rootfs, where it means what the mounts before it
  /// have made of it, and no symlink of the image's may lead it out.
  bool source_inside = false;
  bool destination_nofollow = false;
  /// proc, sysfs and cgroups: the destination must be reached without any symlink (CVE-2019-19921).
  bool destination_no_symlinks = false;
  /// Ids as this mount shows them; `idmap_recursive` for ridmap. With `idmap_own` the container's
  /// own user namespace is the map.
  std::optional<IdMaps> idmap;
  bool idmap_own = false;
  bool idmap_recursive = false;
  /// Filesystem: SELinux's context for its root, which cannot be had by a parameter (mqueue).
  std::string root_label;
  /// A fallback of ours that may be absent on the host (a default), so ENOENT is no failure.
  bool optional = false;
  /// The JSON pointer it comes from ("/mounts/3"), for messages; or words for our own ones.
  std::string origin;
};

struct Device {
  std::string path;
  /// 'c', 'b' or 'p' ('u' of the spec is 'c').
  char type = 'c';
  std::uint32_t major = 0;
  std::uint32_t minor = 0;
  std::uint32_t mode = 0666;
  /// Ids inside the container.
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
  /// The JSON pointer ("/linux/devices/0"), or "default device".
  std::string origin;
};

/// A network device of the host's that the container is to have.
struct NetDevice {
  std::string name;
  /// Inside; may be a template that ends in "%d".
  std::string new_name;
  /// The JSON pointer.
  std::string origin;

  bool is_template() const { return new_name.ends_with("%d"); }
};

/// A line for a group's schemata.
struct RdtLine {
  /// The JSON pointer.
  std::string origin;
  std::string text;
  /// A group that is there must have this already.
  bool is_compared = false;
};

/// The group of resctrl that the container's processes are in.
struct Rdt {
  /// The directory's name, "/" for the default group.
  std::string group;
  /// By closID: it may be there, and it stays.
  bool is_named = false;
  /// In the order of writing.
  std::vector<RdtLine> lines;
  /// The monitoring group to make below it; empty: none.
  std::string monitor;
};

struct Rootfs {
  /// Absolute host path, clean.
  std::string path;
  bool readonly = false;
  Propagation propagation;
  /// --no-pivot: overmount and chroot instead of pivot_root(2).
  bool no_pivot = false;
  /// Without a mount namespace there is only chroot(2): no mounts, masks or read-only paths.
  bool chroot_only = false;
};

struct ResourceLimit {
  int resource = 0;
  std::uint64_t soft = 0;
  std::uint64_t hard = 0;
};

/// Bit masks by capability number (capabilities(7)).
struct Capabilities {
  std::uint64_t bounding = 0;
  std::uint64_t effective = 0;
  std::uint64_t permitted = 0;
  std::uint64_t inheritable = 0;
  std::uint64_t ambient = 0;
  bool operator==(const Capabilities&) const = default;
};

struct Sysctl {
  /// The file below /proc/sys: "net/ipv4/ip_forward".
  std::string path;
  std::string value;
  /// As the user wrote it, for messages.
  std::string key;
};

/// Rights on files are bits LANDLOCK_ACCESS_FS_* of linux/landlock.h.
struct LandlockPath {
  /// As the document has it, from the container's root.
  std::string path;
  /// What is allowed there, and below if it is a directory.
  std::uint64_t allow = 0;
  /// The place in the document, for messages.
  std::string origin;
};

/// landlock(7): of the handled rights the process has only those that a path gives it.
struct Landlock {
  std::uint64_t handled = 0;
  std::vector<LandlockPath> paths;
  /// Those rights that the kernel takes for what is no directory.
  std::uint64_t file_rights = 0;
  /// A path that is missing, or that none of its rights fits, is left out and no failure.
  bool best_effort = false;
};

/// What the security modules are told of a process before it executes; empty: nothing.
struct Labels {
  /// For attr/apparmor/exec: "exec NAME" or "stack NAME".
  std::string apparmor;
  /// For attr/exec, and for attr/keycreate while keys are made: a context of SELinux's.
  std::string selinux;
};

/// sched_setattr(2) arguments: numbers SCHED_* and bits SCHED_FLAG_*, times in nanoseconds.
struct Scheduler {
  std::uint32_t policy = 0;
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  std::uint64_t runtime = 0;
  std::uint64_t deadline = 0;
  std::uint64_t period = 0;
};

/// ioprio_set(2) arguments: a number IOPRIO_CLASS_*, and 0 (first) to 7 (last).
struct IoPriority {
  int io_class = 0;
  int level = 0;
};

/// set_mempolicy(2) arguments: a number MPOL_*, bits MPOL_F_*, and the nodes, none for none.
struct MemoryPolicy {
  int mode = 0;
  int flags = 0;
  NumberSet nodes;
};

/// Where `exec` runs: before it enters the container's cgroups, and from then on. Empty: wherever
/// it may.
struct ExecAffinity {
  NumberSet initial;
  NumberSet final;
};

struct Process {
  std::vector<std::string> args;
  std::vector<std::string> env;
  std::string cwd;
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
  std::vector<std::uint32_t> additional_gids;
  /// Whatever groups the caller has stay, and those above are not set: it was asked for.
  bool keep_groups = false;
  /// They stay since setgroups(2) is denied where the process will be.
  bool setgroups_denied = false;
  /// It may be denied: of a user namespace that is joined nothing is known.
  bool groups_may_stay = false;
  std::uint32_t umask = 022;
  bool terminal = false;
  /// Columns and rows of the terminal, when asked for.
  std::optional<std::pair<std::uint16_t, std::uint16_t>> console_size;
  bool no_new_privileges = false;
  Capabilities capabilities;
  Labels labels;
  std::vector<ResourceLimit> limits;
  std::optional<int> oom_score_adj;
  /// The score may stay higher than asked: lowering it takes CAP_SYS_RESOURCE.
  bool oom_score_may_stay = false;
  /// personality(2) persona: the caller's is not inherited.
  std::uint64_t personality = PER_LINUX;
  std::optional<Landlock> landlock;
  /// Absent: SCHED_OTHER at nice 0, and no I/O priority but what follows from that.
  std::optional<Scheduler> scheduler;
  std::optional<IoPriority> io_priority;
  /// Absent: memory of the nearest node.
  std::optional<MemoryPolicy> memory_policy;
  /// For exec only: config.md says that it does not apply to init.
  ExecAffinity exec_affinity;

  /// Whether there is an RLIMIT_NPROC among the limits.
  bool limits_processes() const {
    return std::ranges::find(limits, static_cast<int>(RLIMIT_NPROC), &ResourceLimit::resource) !=
           limits.end();
  }
};

/// What make_plan is told by the command line and the state directory.
struct Options {
  std::string id;
  /// Absolute path of the bundle.
  std::string bundle;
  bool no_pivot = false;
  bool no_new_keyring = false;
};

struct Plan {
  std::string id;
  std::string bundle;
  Namespaces namespaces;
  IdMaps id_maps;
  Rootfs rootfs;
  /// In the order they are made.
  std::vector<Mount> mounts;
  /// Whether /dev is ours to fill: false when config binds it.
  bool owns_dev = true;
  /// Nodes are bound from the host's rather than made (in a user namespace mknod(2) is refused),
  /// but for pipes, which anybody may make.
  bool bind_devices = false;
  std::vector<Device> devices;
  /// Path and text of the links below /dev.
  std::vector<std::pair<std::string, std::string>> device_links;
  std::vector<NetDevice> net_devices;
  std::optional<Rdt> rdt;
  std::vector<std::string> masked_paths;
  std::vector<std::string> readonly_paths;
  /// SELinux's context of every file system that is made for the container; the plan's mounts have
  /// it among their parameters, and the cover of masked directories takes it from here.
  std::string mount_label;
  /// The parameter that has it: "context", or one of SELinux's three others.
  std::string mount_label_parameter = "context";
  std::optional<std::string> hostname;
  std::optional<std::string> domainname;
  std::vector<Sysctl> sysctls;
  /// Name of the session keyring to join; none with --no-new-keyring.
  std::optional<std::string> keyring;
  /// Until it is started, its caller may look into it like into their other processes: their hooks
  /// and network helpers enter its namespaces, and `exec` does. For one who is not root, where
  /// nobody else is in its user and pid namespaces.
  bool open_to_caller = false;
  /// Absent: a container that can be created but not started.
  std::optional<Process> process;
  /// What the process may ask the kernel for; absent: everything.
  std::optional<Seccomp> seccomp;
  /// As asked: the cgroup layer converts them for the hierarchy it finds.
  spec::Resources resources;
  /// The host's uid to own the container's cgroup, when not root.
  std::optional<std::uint32_t> cgroup_owner;
  spec::Hooks hooks;
  HookPaths hook_paths;

  bool in_user_namespace() const { return namespaces.has(CLONE_NEWUSER); }
  /// Sources are opened in init's mount namespace: in a user namespace to be below the locks of
  /// that namespace's mounts, and else where one shows what was mounted before it.
  bool opens_sources_beside() const {
    return namespaces.creates(CLONE_NEWNS) &&
           (in_user_namespace() || std::ranges::any_of(mounts, &Mount::source_inside));
  }
  /// Whether the container's /dev/null is a node of its own, made by us: covers are made of it, and
  /// nothing of the host's is needed for them.
  bool makes_null() const {
    return !bind_devices && std::ranges::any_of(devices, [](const Device& device) {
      return device.path == "/dev/null" && device.type == 'c' && device.major == 1 &&
             device.minor == 3;
    });
  }
  /// Somebody else answers for some of the process's system calls.
  bool has_listener() const { return process && seccomp && seccomp->notifies(); }
  /// Hooks that run in the host's namespaces before the pivot.
  bool has_runtime_hooks() const {
    return !hooks.prestart.empty() || !hooks.create_runtime.empty();
  }
};

}  // namespace hull::plan
