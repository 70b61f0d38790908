// SPDX-License-Identifier: Apache-2.0
// The floor under `run`: the namespaces, mounts, masks, pivot and exec of the default config.json
// with nothing around them: no JSON, no state, no cgroup, no hooks, no protocol, no protection.
//   floor ROOTFS v1|v2 PROGRAM [ARGUMENT…]
// Gives the program's exit status; 125 and one line when a step is refused.
#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

[[noreturn]] void refuse(const char* step) {
  std::fprintf(stderr, "floor: %s: %s\n", step, std::strerror(errno));
  _exit(125);
}

void need(bool done, const char* step) {
  if (!done) refuse(step);
}

// Everything below works in the rootfs as current directory, before the pivot: relative targets.
void mount_at(const char* source, const char* target, const char* type, unsigned long flags,
              const char* data = nullptr) {
  if (mkdir(target, 0755) != 0 && errno != EEXIST) refuse(target);
  need(mount(source, target, type, flags, data) == 0, target);
}

// Version 1 and hybrid: a tmpfs with one bind a hierarchy, as the runtimes lay it out.
void mount_cgroup_hierarchies(const char* target) {
  mount_at("tmpfs", target, "tmpfs", MS_NOSUID | MS_NOEXEC | MS_NODEV, "mode=755");
  DIR* hierarchies = opendir("/sys/fs/cgroup");
  need(hierarchies != nullptr, "/sys/fs/cgroup");
  while (const dirent* entry = readdir(hierarchies)) {
    if (entry->d_name[0] == '.' || entry->d_type != DT_DIR) continue;
    char from[512];
    char to[512];
    std::snprintf(from, sizeof from, "/sys/fs/cgroup/%s", entry->d_name);
    std::snprintf(to, sizeof to, "%s/%s", target, entry->d_name);
    mount_at(from, to, nullptr, MS_BIND);
    need(mount(nullptr, to, nullptr,
               MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NOEXEC | MS_NODEV, nullptr) == 0,
         to);
  }
  closedir(hierarchies);
}

void mount_all(bool unified) {
  mount_at("proc", "proc", "proc", 0);
  mount_at("tmpfs", "dev", "tmpfs", MS_NOSUID | MS_STRICTATIME, "mode=755,size=65536k");
  mount_at("devpts", "dev/pts", "devpts", MS_NOSUID | MS_NOEXEC,
           "newinstance,ptmxmode=0666,mode=0620,gid=5");
  mount_at("shm", "dev/shm", "tmpfs", MS_NOSUID | MS_NOEXEC | MS_NODEV, "mode=1777,size=65536k");
  mount_at("mqueue", "dev/mqueue", "mqueue", MS_NOSUID | MS_NOEXEC | MS_NODEV);
  mount_at("sysfs", "sys", "sysfs", MS_NOSUID | MS_NOEXEC | MS_NODEV | MS_RDONLY);
  if (unified) {
    need(mount("cgroup", "sys/fs/cgroup", "cgroup2",
               MS_NOSUID | MS_NOEXEC | MS_NODEV | MS_RELATIME | MS_RDONLY, nullptr) == 0,
         "sys/fs/cgroup");
  } else {
    mount_cgroup_hierarchies("sys/fs/cgroup");
  }
}

void make_devices() {
  struct Node {
    const char* path;
    unsigned major, minor;
  };
  static constexpr Node kNodes[] = {{"dev/null", 1, 3},   {"dev/zero", 1, 5},    {"dev/full", 1, 7},
                                    {"dev/random", 1, 8}, {"dev/urandom", 1, 9}, {"dev/tty", 5, 0}};
  for (const auto& node : kNodes) {
    need(mknod(node.path, S_IFCHR | 0666, makedev(node.major, node.minor)) == 0, node.path);
    need(chmod(node.path, 0666) == 0, node.path);
  }
  need(symlink("pts/ptmx", "dev/ptmx") == 0, "dev/ptmx");
  need(symlink("/proc/self/fd", "dev/fd") == 0, "dev/fd");
  need(symlink("/proc/self/fd/0", "dev/stdin") == 0, "dev/stdin");
  need(symlink("/proc/self/fd/1", "dev/stdout") == 0, "dev/stdout");
  need(symlink("/proc/self/fd/2", "dev/stderr") == 0, "dev/stderr");
}

// The lists of the bundle that tests/bench/run writes; a path this kernel lacks is passed over.
void mask() {
  static constexpr const char* kMasked[] = {
      "proc/acpi",       "proc/asound",      "proc/kcore",       "proc/keys", "proc/latency_stats",
      "proc/timer_list", "proc/timer_stats", "proc/sched_debug", "proc/scsi", "sys/firmware"};
  for (const char* path : kMasked) {
    struct stat info;
    if (stat(path, &info) != 0) continue;
    if (S_ISDIR(info.st_mode)) {
      need(mount("tmpfs", path, "tmpfs", MS_RDONLY, nullptr) == 0, path);
    } else {
      need(mount("dev/null", path, nullptr, MS_BIND, nullptr) == 0, path);
    }
  }
  static constexpr const char* kReadonly[] = {"proc/bus", "proc/fs", "proc/irq", "proc/sys",
                                              "proc/sysrq-trigger"};
  for (const char* path : kReadonly) {
    if (mount(path, path, nullptr, MS_BIND | MS_REC, nullptr) != 0) continue;
    need(mount(nullptr, path, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0, path);
  }
}

void drop_privileges() {
  const rlimit files{1024, 1024};
  need(setrlimit(RLIMIT_NOFILE, &files) == 0, "setrlimit");
  constexpr std::uint64_t kKept =
      1ULL << CAP_AUDIT_WRITE | 1ULL << CAP_KILL | 1ULL << CAP_NET_BIND_SERVICE;
  for (unsigned capability = 0; capability < 64; capability++) {
    if (kKept >> capability & 1) continue;
    if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) break;  // beyond the kernel's last
  }
  need(setgroups(0, nullptr) == 0 && setresgid(0, 0, 0) == 0 && setresuid(0, 0, 0) == 0, "ids");
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct sets[2] = {};
  sets[0].effective = sets[0].permitted = static_cast<std::uint32_t>(kKept);
  sets[1].effective = sets[1].permitted = static_cast<std::uint32_t>(kKept >> 32);
  need(syscall(SYS_capset, &header, sets) == 0, "capset");
  need(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no_new_privs");
}

[[noreturn]] void become_container(const char* rootfs, bool unified, char** program) {
  setsid();
  need(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "/");
  need(mount(rootfs, rootfs, nullptr, MS_BIND | MS_REC, nullptr) == 0, rootfs);
  need(chdir(rootfs) == 0, rootfs);
  mount_all(unified);
  make_devices();
  mask();
  // The old root is stacked on the new one and taken away by its descriptor's place.
  const int old_root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
  need(syscall(SYS_pivot_root, ".", ".") == 0, "pivot_root");
  need(fchdir(old_root) == 0 && umount2(".", MNT_DETACH) == 0, "old root");
  need(chdir("/") == 0, "/");
  need(mount(nullptr, "/", nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0, "read-only /");
  need(sethostname("bench", 5) == 0, "sethostname");
  drop_privileges();
  char path[] = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  char* environment[] = {path, nullptr};
  execve(program[0], program, environment);
  refuse(program[0]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: floor ROOTFS v1|v2 PROGRAM [ARGUMENT…]\n");
    return 125;
  }
  const bool unified = std::strcmp(argv[2], "v2") == 0;
  clone_args arguments{};
  arguments.flags = CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNS;
  if (unified) arguments.flags |= CLONE_NEWCGROUP;
  arguments.exit_signal = SIGCHLD;
  const long child = syscall(SYS_clone3, &arguments, sizeof arguments);
  need(child >= 0, "clone3");
  if (child == 0) become_container(argv[1], unified, argv + 3);
  int status = 0;
  need(waitpid(static_cast<pid_t>(child), &status, 0) == child, "waitpid");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
