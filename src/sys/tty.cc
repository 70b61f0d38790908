// SPDX-License-Identifier: Apache-2.0
#include "sys/tty.h"

#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"
#include "sys/file.h"
#include "sys/open.h"

namespace hull::sys {

Result<Pty> open_pty(FdRef devpts) {
  auto magic = TRY(filesystem_magic(devpts));
  if (magic != DEVPTS_SUPER_MAGIC) return Error::refused("/dev/pts is not a devpts");
  Pty pty;
  pty.master =
      TRY(openat2(devpts, "ptmx", O_RDWR | O_NOCTTY, 0, RESOLVE_NO_XDEV | RESOLVE_NO_SYMLINKS));
  int unlocked = 0;
  if (::ioctl(pty.master.number(), TIOCSPTLCK, &unlocked) < 0)
    return Error::system("ioctl(TIOCSPTLCK)");
  if (::ioctl(pty.master.number(), TIOCGPTN, &pty.number) < 0)
    return Error::system("ioctl(TIOCGPTN)");
  int slave = ::ioctl(pty.master.number(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave < 0) return Error::system("ioctl(TIOCGPTPEER)");
  pty.slave = Fd(slave);
  return pty;
}

Result<void> set_controlling_terminal(FdRef terminal) {
  if (::ioctl(terminal.number(), TIOCSCTTY, 0) < 0) return Error::system("ioctl(TIOCSCTTY)");
  return {};
}

Result<void> set_window_size(FdRef terminal, std::uint16_t columns, std::uint16_t rows) {
  winsize size = {};
  size.ws_col = columns;
  size.ws_row = rows;
  if (::ioctl(terminal.number(), TIOCSWINSZ, &size) < 0)
    return Error::system(format("ioctl(TIOCSWINSZ, {}x{})", columns, rows));
  return {};
}

Result<void> copy_window_size(FdRef from, FdRef to) {
  winsize size = {};
  if (::ioctl(from.number(), TIOCGWINSZ, &size) < 0) return {};
  return set_window_size(to, size.ws_col, size.ws_row);
}

bool is_terminal(FdRef fd) {
  return ::isatty(fd.number()) == 1;
}

Result<RawMode> RawMode::enter(FdRef terminal) {
  termios before = {};
  if (::tcgetattr(terminal.number(), &before) < 0) return Error::system("tcgetattr");
  termios raw = before;
  ::cfmakeraw(&raw);
  if (::tcsetattr(terminal.number(), TCSANOW, &raw) < 0) return Error::system("tcsetattr");
  return RawMode(terminal, before);
}

Result<void> set_carriage_returns(FdRef terminal, bool on) {
  termios mode = {};
  if (::tcgetattr(terminal.number(), &mode) < 0) return Error::system("tcgetattr");
  mode.c_oflag = on ? mode.c_oflag | ONLCR : mode.c_oflag & ~static_cast<tcflag_t>(ONLCR);
  if (::tcsetattr(terminal.number(), TCSANOW, &mode) < 0) return Error::system("tcsetattr");
  return {};
}

RawMode::RawMode(RawMode&& other) noexcept : terminal_(other.terminal_), before_(other.before_) {
  other.before_.reset();
}

RawMode::~RawMode() {
  if (before_) ::tcsetattr(terminal_.number(), TCSANOW, &*before_);
}

}  // namespace hull::sys
