// SPDX-License-Identifier: Apache-2.0
// sd_notify(3) for a container: it has a socket of ours, and when it says that it is ready, the
// service manager that called us hears so, and which process it is about. Host side.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::host {

/// Whether a line of `message`, of a container's, says READY=1. All else stays between us: MAINPID=
/// from inside would name a stranger, descriptors would end up with the service manager.
bool says_ready(std::string_view message);

/// The socket and the service manager behind it.
class Readiness {
 public:
  /// The socket's name in its directory, which the container sees.
  static constexpr const char* kSocket = "notify.sock";

  /// Listens in `directory`, for senders of any user, and connects to the service manager's socket
  /// `manager`: a path, or with '@' in front a name of no file. Fails when nobody listens there.
  static Result<Readiness> listen(sys::FdRef directory, const std::string& manager);

  /// Readable when there is something to take.
  sys::FdRef socket() const { return socket_; }
  /// Reads one message. True when the container is ready.
  Result<bool> take() const;
  /// Tells the service manager that process `pid` is ready. A caller that ends soon waits until
  /// that was read (BARRIER=1), at most 30 s: nobody could tell later who sent it.
  Result<void> forward(pid_t pid, bool ends_soon) const;

 private:
  Readiness(sys::Fd socket, sys::Fd manager, std::string name)
      : socket_(std::move(socket)), manager_(std::move(manager)), name_(std::move(name)) {}
  sys::Fd socket_;
  sys::Fd manager_;
  std::string name_;
};

}  // namespace hull::host
