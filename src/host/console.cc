// SPDX-License-Identifier: Apache-2.0
#include "host/console.h"

#include <unistd.h>

#include <cerrno>

#include "sys/file.h"

namespace hull::host {
namespace {

using sys::FdRef;

constexpr std::size_t kBlock = 16 * 1024;

const FdRef kInput(STDIN_FILENO);
const FdRef kOutput(STDOUT_FILENO);

bool is_passing(int code) {
  return code == EAGAIN || code == EINTR;
}

}  // namespace

Result<Relay> Relay::start(sys::Fd master) {
  // The master alone may say "not now": the caller's streams are shared with others.
  int flags = ::fcntl(master.number(), F_GETFL);
  if (flags < 0 || ::fcntl(master.number(), F_SETFL, flags | O_NONBLOCK) < 0)
    return Error::system("fcntl(master, O_NONBLOCK)");
  if (!sys::is_terminal(kOutput)) TRY(sys::set_carriage_returns(master, false));
  Relay relay(std::move(master));
  if (sys::is_terminal(kInput)) {
    auto raw = TRY(sys::RawMode::enter(kInput));
    relay.raw_.emplace(std::move(raw));
    TRY(relay.resize());
  }
  return relay;
}

void Relay::prepare(pollfd& input, pollfd& master) const {
  input = {input_open_ && pending_.empty() ? STDIN_FILENO : -1, POLLIN, 0};
  const int events = pending_.empty() ? POLLIN : POLLIN | POLLOUT;
  master = {master_.number(), static_cast<short>(events), 0};
}

Result<bool> Relay::read_master() {
  char block[kBlock];
  ssize_t got = ::read(master_.number(), block, sizeof block);
  if (got > 0) {
    TRY(sys::write_all(kOutput, {block, static_cast<std::size_t>(got)}));
    return true;
  }
  // EIO: no process has the slave open any more.
  return got < 0 && is_passing(errno);
}

Result<bool> Relay::copy(const pollfd& input, const pollfd& master) {
  if ((input.revents & (POLLIN | POLLHUP)) != 0) {
    char block[kBlock];
    ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
    if (got > 0)
      pending_.assign(block, static_cast<std::size_t>(got));
    else if (got == 0 || !is_passing(errno))
      input_open_ = false;
  } else if ((input.revents & (POLLERR | POLLNVAL)) != 0) {
    input_open_ = false;
  }
  if (!pending_.empty()) {
    ssize_t put = ::write(master_.number(), pending_.data(), pending_.size());
    if (put > 0) pending_.erase(0, static_cast<std::size_t>(put));
  }
  if ((master.revents & POLLIN) != 0) return read_master();
  return (master.revents & (POLLHUP | POLLERR)) == 0;
}

Result<void> Relay::drain() {
  while (true) {
    pollfd entry = {master_.number(), POLLIN, 0};
    if (::poll(&entry, 1, 0) <= 0 || (entry.revents & POLLIN) == 0) return {};
    auto more = TRY(read_master());
    if (!more) return {};
  }
}

Result<void> Relay::resize() const {
  return sys::copy_window_size(kInput, master_);
}

}  // namespace hull::host
