// SPDX-License-Identifier: Apache-2.0
#include "inside/console.h"

#include <unistd.h>

#include "base/text.h"
#include "sys/mount.h"
#include "sys/tty.h"

namespace hull::inside {
namespace {

Result<sys::Pty> open_pty(const sys::Root& root, const plan::Process& process) {
  auto devpts = TRY(
      root.open("/dev/pts", O_RDONLY | O_DIRECTORY, sys::FollowLast::Yes, sys::Symlinks::Refused)
          .context("a terminal needs a devpts mount at /dev/pts"));
  auto pty = TRY(sys::open_pty(devpts));
  if (process.console_size)
    TRY(sys::set_window_size(pty.slave, process.console_size->first, process.console_size->second));
  return pty;
}

/// The master goes out, the slave is ours.
Result<void> take(const sys::Pty& pty, wire::Link& link) {
  const sys::FdRef master[] = {pty.master};
  TRY(link.tell(wire::Step::Console, format("/dev/pts/{}", pty.number), master));
  for (int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    TRY(sys::duplicate_to(pty.slave, standard));
  return {};
}

}  // namespace

Result<void> open_console(const sys::Root& root, const plan::Process& process, wire::Link& link) {
  auto pty = TRY(open_pty(root, process));
  // The file may be there already, but never as a link (CVE-2025-52565).
  auto target =
      TRY(root.make("/dev/console", sys::Make::File, sys::FollowLast::No, sys::Symlinks::Refused));
  auto slave = TRY(sys::Tree::clone(pty.slave, "", sys::Recursive::No));
  TRY(slave.attach(target));
  return take(pty, link);
}

Result<void> open_terminal(const sys::Root& root, const plan::Process& process, wire::Link& link) {
  auto pty = TRY(open_pty(root, process));
  return take(pty, link);
}

}  // namespace hull::inside
