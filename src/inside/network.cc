// SPDX-License-Identifier: Apache-2.0
#include "inside/network.h"

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cstring>

#include "sys/fd.h"

namespace hull::inside {

Result<void> bring_up_loopback() {
  sys::Fd socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!socket.is_open()) return Error::system("socket(AF_UNIX)");
  ifreq request = {};
  std::strcpy(request.ifr_name, "lo");
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  if (::ioctl(socket.number(), SIOCSIFFLAGS, &request) < 0)
    return Error::system("ioctl('lo', SIOCSIFFLAGS, up)");
  return {};
}

}  // namespace hull::inside
