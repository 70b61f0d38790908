// SPDX-License-Identifier: Apache-2.0
#include "host/live_mounts.h"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "host/conversation.h"
#include "host/mounts.h"
#include "host/undumpable.h"
#include "sys/clone.h"
#include "sys/fd.h"
#include "sys/namespace.h"

namespace hull::host {
namespace {

constexpr int kUndoMilliseconds = 5000;

bool has_binds(const plan::Plan& plan) {
  return std::ranges::find(plan.mounts, plan::MountKind::Bind, &plan::Mount::kind) !=
         plan.mounts.end();
}

bool makes_proc(const plan::Plan& plan) {
  return plan.namespaces.has(CLONE_NEWPID) &&
         std::ranges::find(plan.mounts, "proc", &plan::Mount::type) != plan.mounts.end();
}

Result<Launched> clone_child(const LiveMounts& live, Changer inside) {
  auto links = TRY(wire::Link::pair());
  wire::Inheritance in = {.link = std::move(links.second), .proc = live.proc};
  in.init = TRY(sys::duplicate(live.init.pidfd()));
  // What it does is none of the container's processes' business, which would see it in there.
  in.to_enter = live.plan.namespaces.all() & ~std::uint64_t{CLONE_NEWPID};
  if (makes_proc(live.plan))
    in.pid_namespace =
        TRY(sys::open_namespace_of(live.proc, format("{}", live.init.pid()), CLONE_NEWPID));
  const Undumpable undumpable;
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) {
    links.first.close();
    inside(live.plan, std::move(in));
    ::_exit(1);
  }
  // Ours alone from now on, so that each side notices the other's end.
  in.link.close();
  Launched launched;
  launched.link = std::move(links.first);
  launched.init = std::move(*child);
  return launched;
}

Result<void> converse(Launched& launched, Supplier& supplier) {
  while (true) {
    auto told = TRY(launched.link.listen());
    if (told.step == wire::Step::Ready) return launched.link.tell(wire::Step::Recorded);
    if (told.step != wire::Step::Want) return unexpected(told.step, wire::Step::Ready);
    TRY(supplier.serve(told.message.text, launched.link));
  }
}

/// What is attached already is detached by the child, which must not be killed at that.
void let_undo(Launched& launched) {
  launched.link.close();
  if (launched.init.is_running())
    ignore(launched.init.process().ended(kUndoMilliseconds), "then it is stuck");
}

/// After Recorded: it says nothing more unless something goes wrong.
Result<void> finish(Launched& launched) {
  auto exit = TRY(launched.init.wait());
  if (auto word = launched.link.last_word()) return std::move(*word);
  if (exit.code() == 0) return {};
  return Error::refused(format("the process inside ended with status {}", exit.code()));
}

/// A container that ends meanwhile fails us in many ways.
Error blame_end(Error error, const LiveMounts& live) {
  auto ended = live.init.ended(0);
  if (ended && !*ended) return error;
  return std::move(error).context("container not running: its init is ending");
}

}  // namespace

Result<void> change_mounts(const LiveMounts& live, Changer inside) {
  Supplier supplier(live.plan, live.proc);
  if (live.plan.in_user_namespace() && has_binds(live.plan)) TRY(supplier.move_to_copy(live.init));
  auto launched = clone_child(live, inside);
  if (!launched) return blame_end(std::move(launched).error(), live);
  auto done = converse(*launched, supplier);
  if (done) return finish(*launched);
  Error error = explain(std::move(done).error(), *launched, "the process inside");
  let_undo(*launched);
  return blame_end(std::move(error), live);
}

}  // namespace hull::host
