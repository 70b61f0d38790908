// SPDX-License-Identifier: Apache-2.0
// One end of the conversation: a SOCK_SEQPACKET socket that speaks steps. Both sides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"
#include "sys/socket.h"
#include "wire/protocol.h"

namespace hull::wire {

/// A message that came, its text without the step.
struct Told {
  Step step;
  sys::Message message;
};

class Link {
 public:
  Link() = default;
  explicit Link(sys::Fd socket) : socket_(std::move(socket)) {}
  /// Both ends: the host's, which is told each sender's pid, and the child's.
  static Result<std::pair<Link, Link>> pair();

  /// Sends one step with a text of at most kMaxText bytes, and descriptors.
  Result<void> tell(Step step, std::string_view text = {}, std::span<const sys::FdRef> fds = {});
  /// Waits for the next message, whatever it is. Failed becomes the Error it carries.
  Result<Told> listen();
  /// Waits for `step` and gives its message, the text without the step. Failed becomes the Error it
  /// carries; the peer's end, or any other step, is an Error that says so.
  Result<sys::Message> expect(Step step);
  /// The same by one read(2), whatever else comes with it: for init behind its seccomp filter,
  /// where each further system call is one that the profile has to allow.
  Result<void> expect_quietly(Step step);
  /// Sends Failed. Nothing can be done if that fails too: the peer sees our end.
  void fail(const Error& error);

  /// What the peer said before it ended, if it was Failed, when something else went wrong here
  /// first (a full pipe, a broken link): nothing is waited for.
  std::optional<Error> last_word();
  /// Whether the peer's end was seen.
  bool is_broken() const { return broken_; }

  sys::FdRef socket() const { return socket_; }
  void close() { socket_.close(); }

  static constexpr std::size_t kMaxText = 64 * 1024;

 private:
  sys::Fd socket_;
  bool broken_ = false;
};

}  // namespace hull::wire
