// SPDX-License-Identifier: Apache-2.0
#include "life/supervise.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>

namespace hull::life {
namespace {

/// Orphans of the container that became ours. Init's own status is left for its waiter.
void reap_orphans(pid_t init) {
  while (true) {
    siginfo_t info = {};
    if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == 0) return;
    if (info.si_pid == init) return;
    ::waitpid(info.si_pid, nullptr, 0);
  }
}

Result<void> handle_signal(const sys::Process& init, const Signals& signals,
                           const std::optional<host::Relay>& relay) {
  signalfd_siginfo info = {};
  if (::read(signals.fd().number(), &info, sizeof info) != sizeof info) return {};
  const int number = static_cast<int>(info.ssi_signo);
  if (number == SIGCHLD) {
    reap_orphans(init.pid());
  } else if (number == SIGWINCH && relay) {
    TRY(relay->resize());
  } else {
    ignore(init.signal(number), "it may have ended just now");
  }
  return {};
}

}  // namespace

Result<Signals> Signals::take() {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  // These are about us, and a blocked one ends us anyway.
  for (int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGABRT, SIGTRAP})
    ::sigdelset(&all, number);
  if (::sigprocmask(SIG_BLOCK, &all, &before) < 0) return Error::system("sigprocmask");
  int number = ::signalfd(-1, &all, SFD_CLOEXEC | SFD_NONBLOCK);
  if (number < 0) return Error::system("signalfd");
  return Signals(sys::Fd(number), before);
}

Signals::Signals(Signals&& other) noexcept : fd_(std::move(other.fd_)), before_(other.before_) {}

Signals::~Signals() {
  if (fd_.is_open()) ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

Result<sys::Exit> supervise(const sys::Process& init, const Signals& signals,
                            std::optional<host::Relay> relay, cgroup::OomWatch& oom,
                            std::optional<Watch> more) {
  bool relaying = relay.has_value();
  pollfd memory = oom.alarm();
  while (true) {
    pollfd watched[] = {{init.pidfd().number(), POLLIN, 0},
                        {signals.fd().number(), POLLIN, 0},
                        {-1, 0, 0},
                        {-1, 0, 0},
                        memory,
                        {more ? more->fd.number() : -1, POLLIN, 0}};
    if (relaying) relay->prepare(watched[2], watched[3]);
    if (::poll(watched, std::size(watched), -1) < 0 && errno != EINTR) return Error::system("poll");
    // First, before anybody removes the cgroup.
    if (watched[4].revents != 0 && !oom.note()) memory.fd = -1;
    if (watched[5].revents != 0 && !more->readable()) more.reset();
    if ((watched[1].revents & POLLIN) != 0) TRY(handle_signal(init, signals, relay));
    if (relaying) relaying = TRY(relay->copy(watched[2], watched[3]));
    if ((watched[0].revents & POLLIN) == 0) continue;
    if (relay) TRY(relay->drain());
    return init.wait();
  }
}

}  // namespace hull::life
