/* SPDX-License-Identifier: Apache-2.0
   For scripts about seccomp and locks: makes one system call that no shell makes, or answers for calls.
     call NAME|NUMBER [ARG]...              prints what came back, or "errno N"
     call agent SOCKET STATE ERRNO NAME...  takes one seccomp listener at SOCKET, writes what came
                                            with it to STATE, and answers the named calls with ERRNO;
                                            the others go on
     call arch                              what AUDIT_ARCH a filter sees in 32-bit calls too: exits
                                            with 0 when an int 0x80 getpid came back */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

static const struct {
  const char *name;
  long number;
} calls[] = {
    {"getppid", SYS_getppid},   {"keyctl", SYS_keyctl},     {"unshare", SYS_unshare},
    {"mkdirat", SYS_mkdirat},   {"clone3", SYS_clone3},     {"personality", SYS_personality},
    {"sendmsg", SYS_sendmsg},   {"kcmp", SYS_kcmp},         {"sched_get_priority_max", SYS_sched_get_priority_max},
    {"fsopen", SYS_fsopen},     {"read", SYS_read},         {"mseal", 462},
    {"execve", SYS_execve},     {"clone", SYS_clone},         {"flock", SYS_flock},
};

static long number_of(const char *word) {
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (strcmp(word, calls[i].name) == 0) return calls[i].number;
  return strtol(word, NULL, 0);
}

static int die(const char *what) {
  perror(what);
  return 1;
}

static int agent(char **words, int count) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, words[0], sizeof address.sun_path - 1);
  int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(listening, (struct sockaddr *)&address, sizeof address) < 0) return die("bind");
  if (listen(listening, 1) < 0) return die("listen");
  int connection = accept(listening, NULL, NULL);
  if (connection < 0) return die("accept");

  char text[65536], control[CMSG_SPACE(sizeof(int))];
  struct iovec part = {text, sizeof text};
  struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control,
                          .msg_controllen = sizeof control};
  ssize_t got = recvmsg(connection, &header, MSG_CMSG_CLOEXEC);
  struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
  if (got < 0 || rights == NULL || rights->cmsg_type != SCM_RIGHTS) return die("recvmsg");
  int filter;
  memcpy(&filter, CMSG_DATA(rights), sizeof filter);
  FILE *state = fopen(words[1], "w");
  for (; got > 0; got = read(connection, text, sizeof text)) fwrite(text, 1, (size_t)got, state);
  fclose(state);

  for (;;) {
    struct pollfd watched = {filter, POLLIN, 0};
    if (poll(&watched, 1, -1) < 0 && errno != EINTR) return die("poll");
    if (!(watched.revents & POLLIN)) {
      if (watched.revents & POLLHUP) return 0;
      continue;
    }
    struct seccomp_notif call = {0};
    if (ioctl(filter, SECCOMP_IOCTL_NOTIF_RECV, &call) < 0) continue;
    struct seccomp_notif_resp answer = {.id = call.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    for (int i = 3; i < count; i++)
      if (call.data.nr == number_of(words[i])) {
        answer.flags = 0;
        answer.error = -atoi(words[2]);
      }
    ioctl(filter, SECCOMP_IOCTL_NOTIF_SEND, &answer);
  }
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  if (argc > 5 && strcmp(argv[1], "agent") == 0) return agent(argv + 2, argc - 2);
#ifdef __x86_64__
  if (strcmp(argv[1], "arch") == 0) {
    long pid;
    __asm__ volatile("int $0x80" : "=a"(pid) : "a"(20L) : "memory");
    return pid == getpid() ? 0 : 1;
  }
#endif
  long arguments[6] = {0};
  for (int i = 2; i < argc && i < 8; i++) arguments[i - 2] = (long)strtoull(argv[i], NULL, 0);
  long result = syscall(number_of(argv[1]), arguments[0], arguments[1], arguments[2], arguments[3],
                        arguments[4], arguments[5]);
  if (result < 0)
    printf("errno %d\n", errno);
  else
    printf("%ld\n", result);
  return 0;
}
