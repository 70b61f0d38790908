// SPDX-License-Identifier: Apache-2.0
#include "inside/console.h"

#include <unistd.h>

#include "base/text.h"
#include "sys/mount.h"
#include "sys/tty.h"

namespace hull::inside {

Result<void> open_console(const sys::Root& root, const plan::Process& process, wire::Link& link) {
  auto devpts = TRY(
      root.open("/dev/pts", O_RDONLY | O_DIRECTORY, sys::FollowLast::Yes, sys::Symlinks::Refused)
          .context("a terminal needs a devpts mount at /dev/pts"));
  auto pty = TRY(sys::open_pty(devpts));
  if (process.console_size)
    TRY(sys::set_window_size(pty.slave, process.console_size->first, process.console_size->second));
  // The file may be there already, but never as a link (CVE-2025-52565).
  auto target =
      TRY(root.make("/dev/console", sys::Make::File, sys::FollowLast::No, sys::Symlinks::Refused));
  auto slave = TRY(sys::Tree::clone(pty.slave, "", sys::Recursive::No));
  TRY(slave.attach(target));
  const sys::FdRef master[] = {pty.master};
  TRY(link.tell(wire::Step::Console, format("/dev/pts/{}", pty.number), master));
  for (int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    TRY(sys::duplicate_to(pty.slave, standard));
  return sys::set_controlling_terminal(pty.slave);
}

}  // namespace hull::inside
