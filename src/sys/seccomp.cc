// SPDX-License-Identifier: Apache-2.0
#include "sys/seccomp.h"

#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"

namespace hull::sys {
namespace {

long seccomp(unsigned operation, std::uint32_t flags, const void* argument) {
  return ::syscall(SYS_seccomp, operation, flags, argument);
}

}  // namespace

Result<Fd> load_filter(std::span<const sock_filter> program, std::uint32_t flags) {
  const sock_fprog filter = {static_cast<unsigned short>(program.size()),
                             const_cast<sock_filter*>(program.data())};
  const long done = seccomp(SECCOMP_SET_MODE_FILTER, flags, &filter);
  if (done < 0)
    return Error::system(
        format("seccomp(SET_MODE_FILTER, {:#x}, {} instructions)", flags, program.size()));
  if ((flags & SECCOMP_FILTER_FLAG_NEW_LISTENER) == 0) return Fd();
  return Fd(static_cast<int>(done));
}

bool has_filter_flags(std::uint32_t flags) {
  // Flags are looked at before the program, which is not there.
  return seccomp(SECCOMP_SET_MODE_FILTER, flags, nullptr) < 0 && errno == EFAULT;
}

Result<int> next_descriptor() {
  const int number = ::dup(STDIN_FILENO);
  if (number < 0) return Error::system("dup");
  ::close(number);
  return number;
}

Result<std::optional<seccomp_notif>> take_call(FdRef listener) {
  // The kernel demands zeros.
  seccomp_notif call = {};
  while (::ioctl(listener.number(), SECCOMP_IOCTL_NOTIF_RECV, &call) < 0) {
    if (errno == ENOENT) return std::optional<seccomp_notif>();
    if (errno != EINTR) return Error::system("ioctl(SECCOMP_IOCTL_NOTIF_RECV)");
    call = {};
  }
  return std::optional<seccomp_notif>(call);
}

Result<void> let_call_go_on(FdRef listener, std::uint64_t id) {
  seccomp_notif_resp response = {};
  response.id = id;
  response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  if (::ioctl(listener.number(), SECCOMP_IOCTL_NOTIF_SEND, &response) < 0 && errno != ENOENT)
    return Error::system("ioctl(SECCOMP_IOCTL_NOTIF_SEND)");
  return {};
}

}  // namespace hull::sys
