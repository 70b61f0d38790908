// SPDX-License-Identifier: Apache-2.0
#include "inside/stage.h"

#include <sched.h>
#include <unistd.h>

#include <vector>

#include "inside/init.h"
#include "inside/namespaces.h"
#include "sys/clone.h"
#include "sys/namespace.h"
#include "sys/process.h"

namespace hull::inside {
namespace {

/// The pid namespace waits for the hooks of both sides, which have the host's root: what we clone
/// from then on is seen in there.
Result<void> enter_pid_namespace(const plan::Plan& plan, wire::Inheritance& in,
                                 std::vector<sys::Fd>& opened) {
  sys::FdRef users(-1);
  for (std::size_t i = 0; i < opened.size(); ++i) {
    if (plan.namespaces.join[i].type == CLONE_NEWUSER) users = opened[i];
    if (plan.namespaces.join[i].type == CLONE_NEWPID) in.pid_namespace = std::move(opened[i]);
  }
  auto later = TRY(can_enter_later(plan.namespaces, in.pid_namespace, users));
  if (later) return {};
  if (!plan.hooks.create_container.empty())
    return Error::refused(
        "/hooks/createContainer: would be seen in the pid namespace that is joined, which the "
        "container's user namespace does not own");
  TRY(sys::enter_namespace(in.pid_namespace, CLONE_NEWPID).context("pid namespace"));
  in.pid_namespace.close();
  return {};
}

/// All that clone3(2) would make, made for ourselves.
Result<void> settle_here(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(sys::end_with_parent(true));
  TRY(wire::close_the_rest(in));
  auto opened = TRY(open_namespaces(plan.namespaces));
  TRY(enter_pid_namespace(plan, in, opened));
  TRY(join_namespaces(plan.namespaces, opened));
  TRY(make_time_namespace(plan.namespaces, in.proc));
  const std::uint64_t made = plan.namespaces.at_clone();
  return made != 0 ? sys::unshare(made) : Result<void>();
}

Result<std::optional<sys::Child>> clone_init(const plan::Plan& plan,
                                             const wire::Inheritance& inheritance) {
  TRY(sys::end_with_parent(true));
  TRY(wire::close_the_rest(inheritance));
  auto opened = TRY(open_namespaces(plan.namespaces));
  TRY(join_namespaces(plan.namespaces, opened));
  // Not before a joined user namespace has given a rootless caller the power.
  TRY(make_time_namespace(plan.namespaces, inheritance.proc));
  return sys::clone(plan.namespaces.at_clone() | CLONE_PARENT, inheritance.entry);
}

}  // namespace

void stage(const plan::Plan& plan, wire::Inheritance inheritance) noexcept {
  inheritance.from_stage = true;
  if (plan.namespaces.clones_last()) {
    auto settled = settle_here(plan, inheritance);
    if (settled) init(plan, std::move(inheritance));
    inheritance.link.fail(settled.error());
    ::_exit(1);
  }
  auto child = clone_init(plan, inheritance);
  if (!child) {
    inheritance.link.fail(child.error());
    ::_exit(1);
  }
  if (!*child) init(plan, std::move(inheritance));
  ::_exit(0);
}

}  // namespace hull::inside
