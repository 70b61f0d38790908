// SPDX-License-Identifier: Apache-2.0
// Unix sockets: pairs, addresses, and descriptors as passengers. Both sides.
#pragma once

#include <sys/types.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// The kernel takes at most this many descriptors in one message (SCM_MAX_FD, unix(7)).
constexpr std::size_t kMaxFdsPerMessage = 253;

/// A connected pair of SOCK_SEQPACKET sockets that carry credentials (SO_PASSCRED on the first).
Result<std::pair<Fd, Fd>> socket_pair();

struct Message {
  std::string text;
  std::vector<Fd> fds;
  /// The sender's pid in our pid namespace, when the kernel told it.
  pid_t sender = 0;
};

/// Sends one message; `fds` at most kMaxFdsPerMessage. No SIGPIPE: EPIPE when the peer is gone.
Result<void> send(FdRef socket, std::string_view text, std::span<const FdRef> fds);
/// Receives one message of at most `limit` bytes; nothing when the peer has closed. Descriptors
/// that come are close-on-exec.
Result<std::optional<Message>> receive(FdRef socket, std::size_t limit);

/// Connects a SOCK_STREAM socket to the socket file `path`. A path longer than sun_path is reached
/// through a descriptor of its directory. A listener that takes nobody is waited for, at most
/// `timeout_ms` milliseconds (-1: for ever; then EAGAIN).
Result<Fd> connect_to(const std::string& path, int timeout_ms = -1);

/// Connects a SOCK_DGRAM socket to `path`, for more than one message. One that begins with '@' is
/// the name of an abstract socket (unix(7)), which '@' stands in the place of the 0 of.
Result<Fd> connect_datagram(const std::string& path);

/// A SOCK_DGRAM socket with the file `name` in `directory`, of that mode whatever the umask.
/// EADDRINUSE when there is one.
Result<Fd> bind_datagram(FdRef directory, const std::string& name, mode_t mode);

/// Sends to the datagram socket file `path` (syslog, journald, sd_notify).
Result<void> send_datagram(const std::string& path, std::string_view text);

}  // namespace hull::sys
