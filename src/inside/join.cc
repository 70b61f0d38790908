// SPDX-License-Identifier: Apache-2.0
#include "inside/join.h"

#include <sched.h>
#include <unistd.h>

#include "base/text.h"
#include "inside/become.h"
#include "inside/console.h"
#include "inside/keyring.h"
#include "inside/namespaces.h"
#include "inside/process.h"
#include "inside/visible.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/namespace.h"
#include "sys/process.h"
#include "sys/schedule.h"
#include "sys/task.h"

namespace hull::inside {
namespace {

/// setns(2) moves our root along with the mount namespace; without one of its own the container
/// lives in a directory of the host's.
Result<void> enter_root(const wire::Inheritance& in) {
  if (!in.root.is_open()) return {};
  if (::fchdir(in.root.number()) < 0) return Error::system("fchdir(the container's root)");
  if (::chroot(".") < 0) return Error::system("chroot(the container's root)");
  return {};
}

/// config.md, "Linux Process", execCPUAffinity: without `final` the kernel has the say once
/// `initial` was given; without either the caller's affinity is not the container's.
Result<void> choose_processors(const plan::ExecAffinity& affinity) {
  if (!affinity.final.empty())
    return sys::run_on(affinity.final).context("/process/execCPUAffinity/final");
  if (affinity.initial.empty())
    ignore(sys::run_on_any_processor(), "then it stays where the caller is");
  return {};
}

/// Namespaces: the host's, then the container's, of which the pid namespace is our children's only.
/// Ids: the host's, then root of the user namespace if there is one. Root: the host's, then the
/// container's.
Result<void> enter(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(leave_caller(in));
  TRY(choose_processors(plan.process->exec_affinity));
  // Ours are no matter of the container's: who may drop them has to do it out here.
  if (plan.process->setgroups_denied && !plan.process->keep_groups)
    ignore(sys::set_groups({}), "the container's user, whose groups they are, may not");
  if (in.to_enter != 0)
    TRY(sys::enter_namespace(in.init, static_cast<int>(in.to_enter))
            .context("entering the container's namespaces"));
  in.init.close();
  TRY(enter_root(in));
  // The process leads one of its own, but not at its birth: nothing of the caller's is in reach
  // then, neither its terminal nor its processes by their group.
  TRY(sys::new_session());
  if (plan.in_user_namespace()) {
    TRY(become_root_of_our_namespace());
    TRY(sys::end_with_parent(true));  // The change of ids has cleared it.
  }
  TRY(sys::set_dumpable(false));
  return join_keyring(plan, in);
}

/// All that can fail before there is a process.
Result<Executable> prepare(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(enter(plan, in));
  if (plan.process->terminal) {
    auto root = TRY(sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
    TRY(open_terminal(sys::Root(std::move(root)), *plan.process, in.link));  // (4)
  }
  auto executable = TRY(become_process(plan, in));
  TRY(report_stage(plan, in));  // (7)-(9)
  return executable;
}

/// The process. Returns only with what went wrong.
Error go_on(const plan::Plan& plan, wire::Inheritance& in, const Executable& executable) {
  auto settled = settle_visible(plan, in);
  if (!settled) return std::move(settled).error();
  return execute(*plan.process, executable);
}

}  // namespace

void join(const plan::Plan& plan, wire::Inheritance in) noexcept {
  auto executable = prepare(plan, in);
  if (!executable) {
    in.link.fail(executable.error());
    ::_exit(1);
  }
  become_visible(plan, in);
  const Error failed = go_on(plan, in, *executable);
  ignore(sys::write_all(in.failure, failed.message()), "then exec can say only that we ended");
  ::_exit(1);
}

}  // namespace hull::inside
