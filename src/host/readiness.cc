// SPDX-License-Identifier: Apache-2.0
#include "host/readiness.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>

#include "base/text.h"
#include "sys/interrupt.h"
#include "sys/pipe.h"
#include "sys/socket.h"

namespace hull::host {
namespace {

// sd_notify_barrier(3): the receiver closes the pipe's end when all before it was dealt with.
Result<void> wait_until_read(sys::FdRef manager) {
  constexpr int kPatience = 30'000;
  auto pipe = TRY(sys::make_pipe());
  const sys::FdRef passengers[] = {pipe.writer};
  TRY(sys::send(manager, "BARRIER=1", passengers));
  pipe.writer.close();
  pollfd watched[] = {{pipe.reader.number(), 0, 0}};
  const int closed = TRY(sys::wait(watched, kPatience));
  if (closed == 0) return Error::refused("no answer to BARRIER=1 within 30 s");
  return {};
}

}  // namespace

bool says_ready(std::string_view message) {
  return std::ranges::any_of(split(message, '\n'),
                             [](std::string_view line) { return line == "READY=1"; });
}

Result<Readiness> Readiness::listen(sys::FdRef directory, const std::string& manager) {
  auto connect = [&manager] { return sys::connect_datagram(manager); };
  auto there = TRY(connect().context("NOTIFY_SOCKET"));
  auto socket = TRY(sys::bind_datagram(directory, kSocket, 0666));
  return Readiness(std::move(socket), std::move(there), manager);
}

Result<bool> Readiness::take() const {
  constexpr std::size_t kLongest = 4096;
  auto message = sys::receive(socket_, kLongest);
  // What is longer, or empty, is not the word.
  if (!message || !*message) return false;
  return says_ready((*message)->text);
}

Result<void> Readiness::forward(pid_t pid, bool ends_soon) const {
  auto tell = [&]() -> Result<void> {
    // In one message: no moment in which the service is ready and another process stands for it.
    TRY(sys::send(manager_, format("MAINPID={}\nREADY=1", pid), {}));
    if (ends_soon) TRY(wait_until_read(manager_));
    return {};
  };
  return tell().context([this] { return format("NOTIFY_SOCKET '{}'", name_); });
}

}  // namespace hull::host
