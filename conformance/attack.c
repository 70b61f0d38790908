// SPDX-License-Identifier: Apache-2.0
// What the security scripts do to a runtime and no shell can: one attack a word, on the host or, as
// it is linked statically, in the container.
//   clear PATH...    tries to take ro, nosuid, nodev and noexec from each mount that has them, by every
//                    call there is; prints "cleared FLAG PATH CALL" for what succeeded
//   cwd              prints the working directory as the kernel names it
//   exchange A B     exchanges two names of a directory again and again, until it is killed
//   opened PATH      prints every file of PATH's filesystem that is opened from now on, until killed
//   listen           prints "ignored" and "blocked", the signals this process cannot hear
//   deaf COMMAND...  runs it with signals ignored and blocked
//   reach            watches for processes that are new here, and prints of those whose executable is
//                    not busybox "traced NAME" if they can be traced, of all "reached FILE" for each
//                    of their descriptors beyond the standard ones; until /ended is there
//   hold             keeps the executable of the first process that has another than busybox, prints
//                    "held", and once /ended is there "written" if it can be written to
//   type             puts a character into the input of the terminal that the streams are, and of its own;
//                    says "no terminal" only if the kernel does, and whether it leads a session and a group
#define _GNU_SOURCE
#include <errno.h>
#include <dirent.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
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
  if (terminal < 0 && errno != ENXIO) return fail("/dev/tty");  // absent or closed to us: says nothing
  puts(terminal < 0 ? "no terminal" : "a terminal");
  if (terminal >= 0 && ioctl(terminal, TIOCSTI, &key) == 0) puts("typed");
  puts(getsid(0) == getpid() && getpgrp() == getpid() ? "leads" : "led by another");
  return 0;
}

static int is_over(void) { return access("/ended", F_OK) == 0; }

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
  fprintf(stderr, "attack: no such attack\n");
  return 1;
}
