// SPDX-License-Identifier: Apache-2.0
#include "life/delete.h"

#include <cerrno>
#include <csignal>

#include "base/text.h"
#include "host/hooks.h"
#include "life/container.h"
#include "life/rdt.h"
#include "life/undo.h"
#include "plan/hooks.h"
#include "spec/codec.h"

namespace hull::life {
namespace {

/// SIGKILL cannot be refused; a process that outlives it for so long hangs in the kernel.
constexpr int kPatienceMs = 10'000;

Result<void> end_processes(const Container& container) {
  if (container.cgroup() != nullptr) TRY(container.cgroup()->kill(SIGKILL));
  if (!container.init()) return {};
  auto killed = container.init()->signal(SIGKILL);
  if (!killed && !killed.error().is(ESRCH)) return killed;
  auto ended = TRY(container.init()->ended(kPatienceMs));
  if (!ended)
    return Error::refused(format("init {} does not end after SIGKILL; it hangs in the kernel",
                                 container.init()->pid()));
  return {};
}

bool may_delete(Status status) {
  return status == Status::Stopped || status == Status::Created;
}

/// A container goes, wherever its hooks can write.
wire::HookFiles hook_files(Context& context, const Record& record) {
  auto open = [&record]() -> Result<wire::HookFiles> {
    auto paths = TRY(plan::plan_hook_paths(record.annotations));
    return host::open_hook_files(paths);
  };
  auto files = open();
  if (files) return std::move(*files);
  context.log.warning(files.error().message());
  return {};
}

}  // namespace

Result<void> destroy(Context& context, const std::string& id, Force force) {
  auto found = TRY(Container::find(context, id, Lock::Yes));
  if (!found) {
    if (force == Force::Yes) return {};
    return Error::refused("container does not exist");
  }
  auto status = TRY(found->status());
  // We have the lock, so whoever was creating it is gone.
  if (force == Force::No && !may_delete(status) && status != Status::Creating)
    return Error::refused(
        format("cannot delete container {} that is not stopped: {}", id, name(status)));
  return undo(context, std::move(*found));
}

Result<void> undo(Context& context, Container container) {
  TRY(end_processes(container));
  if (container.cgroup() != nullptr) TRY(container.cgroup()->remove());
  TRY(remove_rdt(container.proc(), container.record()));
  TRY(container.directory().remove());
  run_poststop(context, container.record());
  return {};
}

void run_poststop(Context& context, const Record& record) {
  if (record.poststop.empty()) return;
  const wire::HookFiles files = hook_files(context, record);
  const std::string state = spec::encode(document(record, name(Status::Stopped), 0));
  for (std::size_t i = 0; i < record.poststop.size(); ++i) {
    auto ran = host::run_hook("poststop", i, record.poststop[i], state, files);
    if (!ran) context.log.warning(ran.error().message());
  }
}

}  // namespace hull::life
