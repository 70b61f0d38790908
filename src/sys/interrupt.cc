// SPDX-License-Identifier: Apache-2.0
#include "sys/interrupt.h"

#include <cerrno>
#include <ctime>

#include "base/text.h"

namespace hull::sys {
namespace {

constexpr int kSignals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

bool active = false;
volatile std::sig_atomic_t received = 0;

void remember(int number) {
  received = number;
}

sigset_t interrupting() {
  sigset_t set;
  ::sigemptyset(&set);
  for (int number : kSignals) ::sigaddset(&set, number);
  return set;
}

Error interrupted(int number) {
  return Error::refused(format("interrupted by signal {}", number));
}

}  // namespace

Interruptible::Interruptible() {
  const sigset_t set = interrupting();
  ::sigprocmask(SIG_BLOCK, &set, &before_);
  for (int number : kSignals) {
    struct sigaction action = {};
    ::sigaction(number, nullptr, &action);
    if (action.sa_handler == SIG_IGN) continue;
    action.sa_handler = &remember;
    ::sigaction(number, &action, nullptr);
  }
  received = 0;
  active = true;
}

Interruptible::~Interruptible() {
  active = false;
  if (kept_) return;
  for (int number : kSignals) {
    struct sigaction action = {};
    ::sigaction(number, nullptr, &action);
    if (action.sa_handler == SIG_IGN) continue;
    action.sa_handler = SIG_DFL;
    ::sigaction(number, &action, nullptr);
  }
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

Result<void> Interruptible::check() const {
  if (received != 0) return interrupted(received);
  const sigset_t set = interrupting();
  const timespec now = {};
  // Taken, so that it does not end us before the error is told.
  int number = ::sigtimedwait(&set, nullptr, &now);
  if (number > 0) return interrupted(number);
  return {};
}

Result<int> wait(std::span<pollfd> watched, int timeout_ms) {
  const timespec limit = {timeout_ms / 1000, timeout_ms % 1000 * 1'000'000L};
  sigset_t mask;
  ::sigprocmask(SIG_SETMASK, nullptr, &mask);
  if (active)
    for (int number : kSignals) ::sigdelset(&mask, number);
  while (true) {
    int ready = ::ppoll(watched.data(), watched.size(), timeout_ms < 0 ? nullptr : &limit, &mask);
    if (ready >= 0) return ready;
    if (errno != EINTR) return Error::system("ppoll");
    if (active && received != 0) return interrupted(received);
  }
}

Result<void> wait_readable(FdRef fd) {
  pollfd watched[] = {{fd.number(), POLLIN, 0}};
  TRY(wait(watched, -1));
  return {};
}

}  // namespace hull::sys
