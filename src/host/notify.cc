// SPDX-License-Identifier: Apache-2.0
#include "host/notify.h"

#include "base/text.h"
#include "sys/file.h"
#include "sys/socket.h"

namespace hull::host {

Result<void> send_descriptor(const std::string& path, sys::FdRef fd, const std::string& name) {
  auto socket = TRY(sys::connect_to(path));
  const sys::FdRef passengers[] = {fd};
  return sys::send(socket, name, passengers).context([&] { return format("'{}'", path); });
}

Result<void> write_pid_file(const std::string& path, pid_t pid) {
  return sys::write_atomically(sys::FdRef::cwd(), path, format("{}", pid), 0644)
      .context("--pid-file");
}

}  // namespace hull::host
