// SPDX-License-Identifier: Apache-2.0
// Pseudo-terminals, window size, and raw mode that restores itself.
#pragma once

#include <termios.h>

#include <cstdint>
#include <optional>
#include <utility>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

struct Pty {
  Fd master;
  Fd slave;
  /// The slave's number: /dev/pts/N of the devpts it was made in.
  unsigned number = 0;
};

/// A new pseudo-terminal of the devpts whose root directory is `devpts`. The slave is had by
/// TIOCGPTPEER from the master, never by its name (CVE-2025-52565); `devpts` must be a devpts by
/// its magic number. Inside.
Result<Pty> open_pty(FdRef devpts);

/// TIOCSCTTY: makes `terminal` the controlling terminal of our session.
Result<void> set_controlling_terminal(FdRef terminal);

/// TIOCSWINSZ with columns and rows.
Result<void> set_window_size(FdRef terminal, std::uint16_t columns, std::uint16_t rows);
/// Gives `to` the window size of `from`; nothing happens when `from` is no terminal.
Result<void> copy_window_size(FdRef from, FdRef to);
bool is_terminal(FdRef fd);
/// Whether line feeds that are written to `terminal` get a carriage return (ONLCR, termios(3)).
Result<void> set_carriage_returns(FdRef terminal, bool on);

/// A terminal in raw mode until destruction, which restores what was (termios(3)). Host side.
class RawMode {
 public:
  static Result<RawMode> enter(FdRef terminal);
  RawMode(RawMode&& other) noexcept;
  RawMode& operator=(RawMode&&) = delete;
  ~RawMode();

 private:
  RawMode(FdRef terminal, const termios& before) : terminal_(terminal), before_(before) {}
  FdRef terminal_;
  std::optional<termios> before_;
};

}  // namespace hull::sys
