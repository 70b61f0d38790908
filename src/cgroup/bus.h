// SPDX-License-Identifier: Apache-2.0
// One connection to systemd, directly or through a bus: calls with a deadline, and the signals that
// were waited for. Host side. libdbus makes and reads the messages; the socket is ours, so that
// every wait has an end and can be interrupted, no name is looked up in a user database, and we are
// who the kernel says we are, in a user namespace too.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "cgroup/dbus_message.h"
#include "cgroup/wait.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// systemd's name on a bus.
inline constexpr const char* kSystemd = "org.freedesktop.systemd1";

/// Not thread safe. Every failure of the connection ends it: what follows fails too.
class Bus {
 public:
  /// Connects to the first of `addresses` that takes us: a list as the D-Bus specification, "Server
  /// Addresses", has it, of which "unix:path=…" is understood. A socket named "private" is systemd
  /// itself, any other a bus that systemd is on. Fails with what kept us from each of them.
  static Result<Bus> connect(const std::string& addresses, const Deadline& deadline);

  /// Calls and waits for the answer, which may be a Failure. Signals that come meanwhile are kept
  /// if they are listened for. Nothing when `deadline` passes first.
  Result<std::optional<Message>> call(const Call& call, const Deadline& deadline);

  /// From now on keeps the signals `interface`.`member` of systemd's; through a bus only those
  /// whose argument number 2 is `argument`.
  Result<void> listen(const std::string& interface, const std::string& member,
                      const std::string& argument, const Deadline& deadline);

  /// The next signal that was listened for. Nothing when `deadline` passes first.
  Result<std::optional<Message>> signal(const Deadline& deadline);

 private:
  explicit Bus(sys::Fd socket) : socket_(std::move(socket)) {}
  Result<void> authenticate(const Deadline& deadline);
  Result<void> greet(const Deadline& deadline);
  Result<void> write(std::string_view bytes, const Deadline& deadline);
  /// Appends what can be read to `received_`. False when `deadline` passes first.
  Result<bool> read_more(const Deadline& deadline);
  Result<std::optional<Message>> next(const Deadline& deadline);
  bool is_listened_for(const Message& message) const;
  /// Whether the bytes of a whole message are those of a signal that nobody listens for: systemd's
  /// own socket brings all there are.
  bool is_noise(std::string_view bytes) const;

  sys::Fd socket_;
  std::string received_;
  std::uint32_t serial_ = 0;
  bool direct_ = true;
  /// Through a bus: by which name systemd answered. Anybody else's signals are forged.
  std::string systemd_;
  std::string interface_;
  std::string member_;
  std::deque<Message> signals_;
};

}  // namespace hull::cgroup
