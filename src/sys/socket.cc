// SPDX-License-Identifier: Apache-2.0
#include "sys/socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

constexpr std::size_t kControlSize =
    CMSG_SPACE(kMaxFdsPerMessage * sizeof(int)) + CMSG_SPACE(sizeof(ucred));

void take_passengers(msghdr& header, Message& message) {
  for (cmsghdr* c = CMSG_FIRSTHDR(&header); c != nullptr; c = CMSG_NXTHDR(&header, c)) {
    if (c->cmsg_level != SOL_SOCKET) continue;
    if (c->cmsg_type == SCM_CREDENTIALS) {
      ucred credentials = {};
      std::memcpy(&credentials, CMSG_DATA(c), sizeof credentials);
      message.sender = credentials.pid;
    } else if (c->cmsg_type == SCM_RIGHTS) {
      std::size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
      for (std::size_t i = 0; i < count; ++i) {
        int number = -1;
        std::memcpy(&number, CMSG_DATA(c) + i * sizeof(int), sizeof number);
        message.fds.emplace_back(number);
      }
    }
  }
}

struct Address {
  sockaddr_un to = {};
  socklen_t length = sizeof to;
};

Result<Address> address_of_name(std::string_view name, std::string_view call) {
  Address address;
  address.to.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.to.sun_path)
    return Error::system(format("{}('{}')", call, name), ENAMETOOLONG);
  std::memcpy(address.to.sun_path, name.data(), name.size());
  if (name[0] != '@') return address;
  // Its name is all of the address, whose length says where it ends.
  address.to.sun_path[0] = '\0';
  address.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  return address;
}

/// The address of `path`, which `directory` keeps reachable when it is too long for sun_path.
Result<Address> address_of(const std::string& path, Fd& directory) {
  if (path.size() < sizeof(sockaddr_un::sun_path) || path[0] == '@')
    return address_of_name(path, "connect");
  directory = TRY(open_at(FdRef::cwd(), path::parent(path), O_PATH | O_DIRECTORY));
  return address_of_name(format("/proc/self/fd/{}/{}", directory.number(), path::name(path)),
                         "connect");
}

Result<Fd> connected(const std::string& path, int type, int timeout_ms = -1) {
  int number = ::socket(AF_UNIX, type | SOCK_CLOEXEC, 0);
  if (number < 0) return Error::system("socket(AF_UNIX)");
  Fd socket(number);
  if (timeout_ms >= 0) {
    // 0 would mean for ever.
    const int wait = std::max(timeout_ms, 1);
    const timeval limit = {wait / 1000, wait % 1000 * 1000};
    if (::setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit) < 0)
      return Error::system("setsockopt(SO_SNDTIMEO)");
  }
  Fd directory;
  auto address = TRY(address_of(path, directory));
  while (::connect(number, reinterpret_cast<const sockaddr*>(&address.to), address.length) < 0)
    if (errno != EINTR) return Error::system(format("connect('{}')", path));
  return socket;
}

}  // namespace

Result<std::pair<Fd, Fd>> socket_pair() {
  int numbers[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, numbers) < 0)
    return Error::system("socketpair");
  std::pair<Fd, Fd> ends{Fd(numbers[0]), Fd(numbers[1])};
  int on = 1;
  if (::setsockopt(numbers[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on) < 0)
    return Error::system("setsockopt(SO_PASSCRED)");
  return ends;
}

Result<void> send(FdRef socket, std::string_view text, std::span<const FdRef> fds) {
  iovec part = {const_cast<char*>(text.data()), text.size()};
  msghdr header = {};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  alignas(cmsghdr) char control[kControlSize] = {};
  if (fds.size() > kMaxFdsPerMessage)
    return Error::refused(format("{} descriptors do not fit into one message", fds.size()));
  if (!fds.empty()) {
    header.msg_control = control;
    header.msg_controllen = CMSG_SPACE(fds.size() * sizeof(int));
    cmsghdr* rights = CMSG_FIRSTHDR(&header);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(fds.size() * sizeof(int));
    for (std::size_t i = 0; i < fds.size(); ++i) {
      int number = fds[i].number();
      std::memcpy(CMSG_DATA(rights) + i * sizeof(int), &number, sizeof number);
    }
  }
  while (::sendmsg(socket.number(), &header, MSG_NOSIGNAL) < 0)
    if (errno != EINTR) return Error::system("sendmsg");
  return {};
}

Result<std::optional<Message>> receive(FdRef socket, std::size_t limit) {
  Message message;
  message.text.resize(limit);
  iovec part = {message.text.data(), message.text.size()};
  alignas(cmsghdr) char control[kControlSize];
  msghdr header = {};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control;
  header.msg_controllen = sizeof control;
  ssize_t length = -1;
  while ((length = ::recvmsg(socket.number(), &header, MSG_CMSG_CLOEXEC)) < 0) {
    // A peer that was killed with unread messages makes it a reset.
    if (errno == ECONNRESET) return std::optional<Message>();
    if (errno != EINTR) return Error::system("recvmsg");
  }
  take_passengers(header, message);
  if (length == 0 && message.fds.empty()) return std::optional<Message>();
  if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
    return Error::refused("a message was cut off; is RLIMIT_NOFILE too low?");
  message.text.resize(static_cast<std::size_t>(length));
  return std::optional<Message>(std::move(message));
}

Result<Fd> connect_to(const std::string& path, int timeout_ms) {
  return connected(path, SOCK_STREAM, timeout_ms);
}

Result<Fd> connect_datagram(const std::string& path) {
  return connected(path, SOCK_DGRAM);
}

Result<Fd> bind_datagram(FdRef directory, const std::string& name, mode_t mode) {
  int number = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (number < 0) return Error::system("socket(AF_UNIX)");
  Fd socket(number);
  auto address =
      TRY(address_of_name(format("/proc/self/fd/{}/{}", directory.number(), name), "bind"));
  if (::bind(number, reinterpret_cast<const sockaddr*>(&address.to), address.length) < 0)
    return Error::system(format("bind('{}')", name));
  if (::fchmodat(directory.number(), name.c_str(), mode, 0) < 0)
    return Error::system(format("chmod('{}')", name));
  return socket;
}

Result<void> send_datagram(const std::string& path, std::string_view text) {
  auto socket = TRY(connected(path, SOCK_DGRAM));
  return send(socket, text, {}).context([&] { return format("'{}'", path); });
}

}  // namespace hull::sys
