// SPDX-License-Identifier: Apache-2.0
// Staying with a container in the foreground: signals in, exit status out. Host side.
#pragma once

#include <csignal>
#include <functional>
#include <optional>

#include "base/result.h"
#include "cgroup/oom.h"
#include "host/console.h"
#include "sys/process.h"

namespace hull::life {

/// All signals kept waiting from here on, to be read one by one by `supervise`. Made before the
/// container, so that none is lost; restored on destruction.
class Signals {
 public:
  static Result<Signals> take();
  Signals(Signals&& other) noexcept;
  Signals& operator=(Signals&&) = delete;
  ~Signals();
  sys::FdRef fd() const { return fd_; }

 private:
  Signals(sys::Fd fd, const sigset_t& before) : fd_(std::move(fd)), before_(before) {}
  sys::Fd fd_;
  sigset_t before_;
};

/// One descriptor more to look after.
struct Watch {
  sys::FdRef fd;
  /// Called whenever it is readable, until it gives false.
  std::function<bool()> readable;
};

/// Waits for `init`, our child, to end, and reaps it; forwards every signal but SIGCHLD (which
/// makes us reap orphans) and SIGWINCH (which resizes the terminal); relays the terminal if there
/// is one; takes notes of what `oom` watches; looks after `more`.
Result<sys::Exit> supervise(const sys::Process& init, const Signals& signals,
                            std::optional<host::Relay> relay, cgroup::OomWatch& oom,
                            std::optional<Watch> more = std::nullopt);

}  // namespace hull::life
