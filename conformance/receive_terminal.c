// SPDX-License-Identifier: Apache-2.0
// What stands at the other end of --console-socket: listens on the socket argv[1], takes one
// message with one descriptor, and writes to stdout a first line, "name NAME size ROWSxCOLUMNS",
// and then all that arrives on the terminal, until its other side is closed.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int fail(const char* what) {
  perror(what);
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: receive_terminal SOCKET\n");
    return 1;
  }
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(argv[1]) >= sizeof(address.sun_path)) {
    fprintf(stderr, "receive_terminal: the path is too long\n");
    return 1;
  }
  strcpy(address.sun_path, argv[1]);
  int listener = socket(AF_UNIX, SOCK_STREAM, 0);
  if (bind(listener, (struct sockaddr*)&address, sizeof(address)) != 0) return fail("bind");
  if (listen(listener, 1) != 0) return fail("listen");
  int connection = accept(listener, NULL, NULL);
  if (connection < 0) return fail("accept");

  // Room for three descriptors, so that one too many is seen.
  char name[4097];
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(3 * sizeof(int))];
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
      rights->cmsg_len != CMSG_LEN(sizeof(int)) || length == 0 || length > 4095) {
    fprintf(stderr, "receive_terminal: not one descriptor with a name of 1 to 4095 bytes\n");
    return 1;
  }
  int terminal;
  memcpy(&terminal, CMSG_DATA(rights), sizeof(terminal));
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return fail("TIOCGWINSZ");
  dprintf(STDOUT_FILENO, "name %s size %dx%d\n", name, size.ws_row, size.ws_col);

  char buffer[4096];
  for (;;) {
    ssize_t count = read(terminal, buffer, sizeof(buffer));
    // EIO: the last holder of the other side is gone.
    if (count == 0 || (count < 0 && errno == EIO)) return 0;
    if (count < 0 && errno != EINTR) return fail("read");
    if (count > 0 && write(STDOUT_FILENO, buffer, (size_t)count) != count) return fail("write");
  }
}
