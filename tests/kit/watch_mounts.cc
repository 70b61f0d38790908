// SPDX-License-Identifier: Apache-2.0
// Counts the changes of this mount namespace: prints "ready", waits until its standard input is
// closed, prints how often the kernel told of a change (proc_pid_mountinfo(5): POLLPRI).
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cstdio>

int main() {
  pollfd watched[] = {{::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC), POLLPRI, 0},
                      {STDIN_FILENO, POLLIN, 0}};
  if (watched[0].fd < 0) {
    std::perror("watch_mounts: /proc/self/mountinfo");
    return 1;
  }
  std::puts("ready");
  std::fflush(stdout);
  int changes = 0;
  while (true) {
    if (::poll(watched, 2, -1) < 0) {
      std::perror("watch_mounts: poll");
      return 1;
    }
    // One answer may tell of both: the changes come first.
    if ((watched[0].revents & POLLPRI) != 0) {
      ++changes;
      continue;
    }
    char byte = 0;
    if (watched[1].revents != 0 && ::read(STDIN_FILENO, &byte, 1) <= 0) break;
  }
  std::printf("%d\n", changes);
  return 0;
}
