// SPDX-License-Identifier: Apache-2.0
#include "life/handover.h"

#include <fcntl.h>

#include <algorithm>
#include <utility>

#include "host/notify.h"
#include "sys/fd.h"

namespace hull::life {

Result<std::vector<int>> preserved_descriptors(unsigned count) {
  std::vector<int> preserved;
  for (int number = 3; number < 3 + static_cast<int>(count); ++number) {
    int flags = ::fcntl(number, F_GETFD);
    if (flags >= 0 && (flags & FD_CLOEXEC) == 0) preserved.push_back(number);
  }
  TRY(sys::close_on_exec_from(3));
  return preserved;
}

void add_environment(std::vector<std::string>& env, const std::vector<std::string>& added) {
  for (const std::string& entry : added) {
    std::string name = entry.substr(0, entry.find('=') + 1);
    auto same = [&name](const std::string& other) { return other.starts_with(name); };
    if (std::ranges::none_of(env, same)) env.push_back(entry);
  }
}

Result<void> check_terminal(bool terminal, const Receivers& receivers, Console console) {
  const bool socket = !receivers.console_socket.empty();
  if (terminal && console == Console::Socket && !socket)
    return Error::refused("/process/terminal is true, so --console-socket must say who gets it");
  if (socket && (!terminal || console == Console::Caller))
    return Error::refused("--console-socket is of no use: there is no terminal to send");
  return {};
}

Result<void> send_console(sys::FdRef console, const std::string& name, const Receivers& receivers) {
  return host::send_descriptor(receivers.console_socket, console, name).context("--console-socket");
}

Result<void> send_pidfd(const sys::Process& process, const Receivers& receivers) {
  const std::pair<const std::string&, std::string_view> pidfds[] = {
      {receivers.pidfd_socket, "--pidfd-socket"},
      {receivers.pidfd_receiver, "/annotations/run.oci.pidfd_receiver"}};
  for (const auto& [socket, asked_by] : pidfds)
    if (!socket.empty())
      TRY(host::send_descriptor(socket, process.pidfd(), "pidfd").context(std::string(asked_by)));
  return {};
}

Result<void> send_out(const host::Launched& launched, const Receivers& receivers, Console console) {
  if (launched.console.is_open() && console == Console::Socket)
    TRY(send_console(launched.console, launched.console_name, receivers));
  return send_pidfd(launched.init.process(), receivers);
}

Result<void> write_pid(pid_t pid, const Receivers& receivers) {
  if (receivers.pid_file.empty()) return {};
  return host::write_pid_file(receivers.pid_file, pid);
}

}  // namespace hull::life
