// SPDX-License-Identifier: Apache-2.0
// Both ends of sd_notify(3); static, to be run in a container too.
//   notify receive SOCKET   a service manager: prints each message that comes to the socket, one on a
//                           line with its lines separated by blanks, until it is ended; '@' begins the
//                           name of an abstract socket. Descriptors are closed, as BARRIER=1 asks.
//   notify send TEXT...     sends each to the socket of $NOTIFY_SOCKET, "\n" in them being line ends
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int fail(const char* what) {
  perror(what);
  return 1;
}

static socklen_t set_address(struct sockaddr_un* address, const char* name) {
  size_t length = strlen(name);
  if (length >= sizeof(address->sun_path)) {
    fprintf(stderr, "notify: the socket's name is too long\n");
    exit(1);
  }
  memset(address, 0, sizeof(*address));
  address->sun_family = AF_UNIX;
  memcpy(address->sun_path, name, length);
  if (name[0] != '@') return sizeof(*address);
  address->sun_path[0] = '\0';
  return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
}

static int receive(const char* name) {
  struct sockaddr_un address;
  socklen_t length = set_address(&address, name);
  int in = socket(AF_UNIX, SOCK_DGRAM, 0);
  if (bind(in, (struct sockaddr*)&address, length) != 0) return fail("bind");
  setvbuf(stdout, NULL, _IOLBF, 0);
  puts("listening");
  for (;;) {
    char text[4097];
    union {
      struct cmsghdr header;
      char bytes[CMSG_SPACE(4 * sizeof(int))];
    } control;
    struct iovec data = {text, sizeof(text) - 1};
    struct msghdr message = {.msg_iov = &data,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof(control.bytes)};
    ssize_t got = recvmsg(in, &message, 0);
    if (got < 0) return fail("recvmsg");
    for (ssize_t i = 0; i < got; i++)
      if (text[i] == '\n') text[i] = ' ';
    while (got > 0 && text[got - 1] == ' ') got--;
    text[got] = '\0';
    puts(text);
    struct cmsghdr* rights = CMSG_FIRSTHDR(&message);
    if (rights == NULL || rights->cmsg_type != SCM_RIGHTS) continue;
    for (size_t i = 0; i < (rights->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
      int number;
      memcpy(&number, CMSG_DATA(rights) + i * sizeof(int), sizeof(number));
      close(number);
    }
  }
}

static int send_text(const char* text) {
  const char* name = getenv("NOTIFY_SOCKET");
  if (name == NULL) {
    fprintf(stderr, "notify: NOTIFY_SOCKET is not set\n");
    return 1;
  }
  char message[4096];
  size_t used = 0;
  for (const char* at = text; *at != '\0' && used < sizeof(message); at++) {
    int line_end = at[0] == '\\' && at[1] == 'n';
    message[used++] = line_end ? '\n' : *at;
    at += line_end;
  }
  struct sockaddr_un address;
  socklen_t length = set_address(&address, name);
  int out = socket(AF_UNIX, SOCK_DGRAM, 0);
  if (sendto(out, message, used, 0, (struct sockaddr*)&address, length) < 0) return fail("sendto");
  close(out);
  return 0;
}

int main(int argc, char** argv) {
  if (argc == 3 && strcmp(argv[1], "receive") == 0) return receive(argv[2]);
  if (argc < 3 || strcmp(argv[1], "send") != 0) {
    fprintf(stderr, "usage: notify receive SOCKET | send TEXT...\n");
    return 1;
  }
  for (int i = 2; i < argc; i++)
    if (send_text(argv[i]) != 0) return 1;
  return 0;
}
