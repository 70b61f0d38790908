// SPDX-License-Identifier: Apache-2.0
// What stands at the other end of --pidfd-socket: listens on the socket argv[1], takes one message with
// one descriptor, and prints "NAME PID", the message and the process that the descriptor is for.
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int fail(const char* what) {
  perror(what);
  return 1;
}

int main(int argc, char** argv) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (argc != 2 || strlen(argv[1]) >= sizeof(address.sun_path)) {
    fprintf(stderr, "usage: receive_pidfd SOCKET\n");
    return 1;
  }
  strcpy(address.sun_path, argv[1]);
  int listener = socket(AF_UNIX, SOCK_STREAM, 0);
  if (bind(listener, (struct sockaddr*)&address, sizeof(address)) != 0) return fail("bind");
  if (listen(listener, 1) != 0) return fail("listen");
  int connection = accept(listener, NULL, NULL);
  if (connection < 0) return fail("accept");
  char name[4097];
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(2 * sizeof(int))];
  } control;
  struct iovec data = {name, sizeof(name) - 1};
  struct msghdr message = {.msg_iov = &data,
                           .msg_iovlen = 1,
                           .msg_control = control.bytes,
                           .msg_controllen = sizeof(control.bytes)};
  ssize_t length = recvmsg(connection, &message, 0);
  if (length < 0) return fail("recvmsg");
  name[length] = '\0';
  struct cmsghdr* rights = CMSG_FIRSTHDR(&message);
  if (rights == NULL || rights->cmsg_type != SCM_RIGHTS ||
      rights->cmsg_len != CMSG_LEN(sizeof(int))) {
    printf("not one descriptor\n");
    return 1;
  }
  int pidfd;
  memcpy(&pidfd, CMSG_DATA(rights), sizeof(pidfd));
  char path[64];
  snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", pidfd);
  FILE* info = fopen(path, "r");
  if (info == NULL) return fail(path);
  char line[256];
  int pid = 0;
  while (fgets(line, sizeof(line), info) != NULL)
    if (sscanf(line, "Pid: %d", &pid) == 1) break;
  printf("%s %d\n", name, pid);
  return 0;
}
