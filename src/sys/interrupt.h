// SPDX-License-Identifier: Apache-2.0
// Signals that would end us, made into errors, so that what was half built is undone. Host side.
#pragma once

#include <poll.h>

#include <csignal>
#include <span>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// While one lives, SIGHUP, SIGINT, SIGQUIT and SIGTERM are kept waiting and delivered only within
/// `wait`, which then fails; those that were ignored stay so. One at a time; not for threads.
class Interruptible {
 public:
  Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  ~Interruptible();
  /// Fails when one of them is waiting: "interrupted by signal 15".
  Result<void> check() const;
  /// What was built is to stay: the signals are kept waiting until our end, which is near. To die
  /// of one now would tell the caller that nothing was built.
  void keep() { kept_ = true; }

 private:
  sigset_t before_;
  bool kept_ = false;
};

/// poll(2), waiting at most `timeout_ms` milliseconds (-1: for ever), after which it gives 0. Fails
/// with "interrupted by signal N" while an Interruptible lives; other signals do not end it.
Result<int> wait(std::span<pollfd> watched, int timeout_ms);

/// Waits for `fd` to be readable, or for its peer's end.
Result<void> wait_readable(FdRef fd);

}  // namespace hull::sys
