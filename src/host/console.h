// SPDX-License-Identifier: Apache-2.0
// The foreground's terminal: copies between the caller's standard streams and a pty's master. Host
// side.
#pragma once

#include <poll.h>

#include <optional>
#include <string>

#include "base/result.h"
#include "sys/fd.h"
#include "sys/tty.h"

namespace hull::host {

/// Relays standard input to the master and the master to standard output, neither direction waiting
/// for the other. A caller's terminal is in raw mode while this lives, and its window size is the
/// container's. Into a file or pipe go lines as programs write them, without carriage returns.
class Relay {
 public:
  static Result<Relay> start(sys::Fd master);

  /// What to poll for now: standard input, the master for both directions. -1 entries are skipped.
  void prepare(pollfd& input, pollfd& master) const;
  /// Copies what is ready. False when the container's side has closed for good.
  Result<bool> copy(const pollfd& input, const pollfd& master);
  /// Copies what the container wrote before it ended.
  Result<void> drain();
  /// The caller's window has changed.
  Result<void> resize() const;

 private:
  explicit Relay(sys::Fd master) : master_(std::move(master)) {}
  Result<bool> read_master();

  sys::Fd master_;
  std::optional<sys::RawMode> raw_;
  /// Read from standard input, not yet taken by the master.
  std::string pending_;
  bool input_open_ = true;
};

}  // namespace hull::host
