// SPDX-License-Identifier: Apache-2.0
// Two functions of libsystemd for a static executable. Debian has no static libsystemd, and its
// static libdbus calls these where a D-Bus server takes over sockets from the service manager. We
// are no server, so they are never called. sd_listen_fds(3), sd_is_socket(3).
#include <cerrno>

extern "C" {

int sd_listen_fds(int) {
  return -ENOSYS;
}

int sd_is_socket(int, int, int, int) {
  return -ENOSYS;
}
}
