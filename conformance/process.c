// SPDX-License-Identifier: Apache-2.0
// What a process has that no tool of busybox shows or makes; static, to be run in a container too.
//   process show WHAT...         what it has inherited: numbers for policy, nice, io (the class), slack,
//                                memory, personality and securebits; priority, flags, runtime,
//                                deadline and period of sched_getattr(2), io-level, nodes (the first 64)
//   process keyring              the session keyring: `type;uid;gid;permissions;name`
//   process has-key NAME         whether a key of that name is found by way of the session keyring
//   process add-key NAME         adds one to the session keyring
//   process in-new-keyring PROGRAM [ARG]...   runs a program in a new session keyring
//   process fill-keys            adds keys to its session keyring until the user may have no more,
//                                prints `full`, and stays
//   process on-node-0 PROGRAM [ARG]...   runs a program that has its memory from that node alone
//   process set-slack NUMBER PROGRAM [ARG]...   with its timers late by so many nanoseconds
#define _GNU_SOURCE
#include <errno.h>
#include <linux/ioprio.h>
#include <linux/keyctl.h>
#include <linux/mempolicy.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fail(const char* what) {
  perror(what);
  return 1;
}

// sched_getattr(2), which this C library may not have.
static struct {
  unsigned size, policy;
  unsigned long long flags;
  int nice;
  unsigned priority;
  unsigned long long runtime, deadline, period;
} attributes;

static long value_of(const char* what) {
  int mode = -1;
  unsigned long nodes[512] = {0};
  syscall(SYS_sched_getattr, 0, &attributes, sizeof attributes, 0);
  if (strcmp(what, "priority") == 0) return attributes.priority;
  if (strcmp(what, "flags") == 0) return (long)attributes.flags;
  if (strcmp(what, "runtime") == 0) return (long)attributes.runtime;
  if (strcmp(what, "deadline") == 0) return (long)attributes.deadline;
  if (strcmp(what, "period") == 0) return (long)attributes.period;
  if (strcmp(what, "io-level") == 0)
    return IOPRIO_PRIO_DATA(syscall(SYS_ioprio_get, IOPRIO_WHO_PROCESS, 0));
  if (strcmp(what, "nodes") == 0)
    return syscall(SYS_get_mempolicy, NULL, nodes, 8 * sizeof nodes, NULL, 0) < 0 ? -1 : (long)nodes[0];
  if (strcmp(what, "policy") == 0) return sched_getscheduler(0) & ~SCHED_RESET_ON_FORK;
  if (strcmp(what, "nice") == 0) return getpriority(PRIO_PROCESS, 0);
  if (strcmp(what, "io") == 0)
    return IOPRIO_PRIO_CLASS(syscall(SYS_ioprio_get, IOPRIO_WHO_PROCESS, 0));
  if (strcmp(what, "slack") == 0) return prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0);
  if (strcmp(what, "personality") == 0) return personality(0xffffffff);
  if (strcmp(what, "securebits") == 0) return prctl(PR_GET_SECUREBITS, 0, 0, 0, 0);
  if (strcmp(what, "memory") == 0) syscall(SYS_get_mempolicy, &mode, NULL, 0, NULL, 0);
  return mode;
}

static int show(char** what) {
  const char* before = "";
  for (; *what != NULL; what++, before = " ") printf("%s%ld", before, value_of(*what));
  puts("");
  return 0;
}

static int keyring(void) {
  char text[512] = "";
  if (syscall(SYS_keyctl, KEYCTL_DESCRIBE, KEY_SPEC_SESSION_KEYRING, text, sizeof text - 1) < 0)
    return fail("keyctl(DESCRIBE)");
  puts(text);
  return 0;
}

static long add_key(const char* name) {
  return syscall(SYS_add_key, "user", name, "x", 1, KEY_SPEC_SESSION_KEYRING);
}

static int fill_keys(void) {
  // A keyring of our own: its keys go with us.
  if (syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, NULL) < 0)
    return fail("keyctl(JOIN_SESSION_KEYRING)");
  char name[32];
  for (int i = 0; i < 100000; i++) {
    snprintf(name, sizeof name, "key %d", i);
    if (add_key(name) >= 0) continue;
    if (errno != EDQUOT) return fail("add_key");
    puts("full");
    fflush(stdout);
    for (;;) pause();
  }
  puts("endless");
  return 1;
}

int main(int argc, char** argv) {
  if (argc > 2 && strcmp(argv[1], "show") == 0) return show(argv + 2);
  if (argc == 2 && strcmp(argv[1], "keyring") == 0) return keyring();
  if (argc == 2 && strcmp(argv[1], "fill-keys") == 0) return fill_keys();
  if (argc == 3 && strcmp(argv[1], "add-key") == 0)
    return add_key(argv[2]) < 0 ? fail("add_key") : 0;
  if (argc == 3 && strcmp(argv[1], "has-key") == 0)
    return syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_SESSION_KEYRING, "user", argv[2], 0) < 0
               ? fail("keyctl(SEARCH)")
               : 0;
  if (argc > 2 && strcmp(argv[1], "in-new-keyring") == 0) {
    if (syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, NULL) < 0)
      return fail("keyctl(JOIN_SESSION_KEYRING)");
    execvp(argv[2], argv + 2);
    return fail(argv[2]);
  }
  if (argc > 2 && strcmp(argv[1], "on-node-0") == 0) {
    unsigned long nodes = 1;
    if (syscall(SYS_set_mempolicy, MPOL_BIND, &nodes, 8 * sizeof nodes) < 0)
      return fail("set_mempolicy");
    execvp(argv[2], argv + 2);
    return fail(argv[2]);
  }
  if (argc > 3 && strcmp(argv[1], "set-slack") == 0) {
    if (prctl(PR_SET_TIMERSLACK, strtoul(argv[2], NULL, 10), 0, 0, 0) < 0) return fail("prctl");
    execvp(argv[3], argv + 3);
    return fail(argv[3]);
  }
  fprintf(stderr, "usage: see process.c\n");
  return 1;
}
