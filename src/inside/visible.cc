// SPDX-License-Identifier: Apache-2.0
#include "inside/visible.h"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "inside/become.h"
#include "inside/limits.h"
#include "inside/seccomp.h"
#include "sys/namespace.h"
#include "sys/seccomp.h"
#include "sys/task.h"
#include "sys/tty.h"

namespace hull::inside {
namespace {

/// clone(2) and not clone3(2): profiles that look at the flags (Docker's) forbid the one whose
/// flags they cannot see. In the process 0, and `inside` is its pid there.
pid_t clone_process(pid_t& inside) {
  constexpr unsigned long kFlags = CLONE_PARENT | CLONE_CHILD_SETTID;
  constexpr unsigned long kNone = 0;
#ifdef __aarch64__
  return static_cast<pid_t>(::syscall(SYS_clone, kFlags, kNone, kNone, kNone, &inside));
#else
  return static_cast<pid_t>(::syscall(SYS_clone, kFlags, kNone, kNone, &inside, kNone));
#endif
}

/// One byte of the host's. False when it has ended.
bool wait_for_host(sys::FdRef go) {
  char byte = 0;
  ssize_t got = -1;
  while ((got = ::read(go.number(), &byte, 1)) < 0 && errno == EINTR) continue;
  return got == 1;
}

[[noreturn]] void fail(wire::Inheritance& in, const Error& error) {
  in.birth->tell_failed(error);
  ::_exit(1);
}

Result<void> hand_listener_over(const plan::Plan& plan, wire::Inheritance& in) {
  auto listener = TRY(load_filter_with_listener(plan, in));  // (7)
  TRY(in.link.expect_quietly(wire::Step::Recorded));
  listener.close();
  in.link.close();
  return {};
}

}  // namespace

Result<void> report_stage(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(keep_for_process(in.preserved));
  TRY(in.birth->hide());
  sys::forget_arguments();
  if (plan.has_listener() && in.filter_first) {
    TRY(wire::close_the_host(in));
    return hand_listener_over(plan, in);
  }
  TRY(in.link.tell(wire::Step::Ready));  // (8)
  TRY(wire::close_the_stage(in));
  if (plan.has_listener()) {
    const int number = TRY(sys::next_descriptor());
    in.birth->announce_listener(number);
  }
  return {};
}

pid_t become_visible(const plan::Plan& plan, wire::Inheritance& in) {
  if (in.filter_first && !plan.has_listener()) {
    auto loaded = load_filter(plan, in);
    if (!loaded) fail(in, loaded.error());
  }
  pid_t inside = 0;
  pid_t pid = clone_process(inside);
  // The cgroup has no room for both of us: the host takes us out of it, and the process in.
  if (pid < 0 && errno == EAGAIN) {
    in.birth->tell_crowded();
    if (!wait_for_host(in.go)) ::_exit(1);
    pid = clone_process(inside);
  }
  if (pid == 0) return inside;
  if (pid < 0) fail(in, Error::system("clone(the process)"));
  in.birth->tell_born(pid);
  ::_exit(0);
}

Result<void> settle_visible(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(sys::new_session());
  if (plan.process && plan.process->terminal)
    TRY(sys::set_controlling_terminal(sys::FdRef(STDIN_FILENO)));
  if (plan.process) TRY(set_process_limit(*plan.process));
  if (!wait_for_host(in.go)) ::_exit(1);
  if (in.filter_first || !plan.seccomp || !plan.process) return {};
  if (!plan.has_listener()) return load_filter(plan, in);
  auto listener = TRY(load_filter_with_announced_listener(plan, in));
  // Closed by exec: to close it now would be a call that the listener may have to decide about.
  listener.release();
  if (!wait_for_host(in.go)) ::_exit(1);
  return {};
}

}  // namespace hull::inside
