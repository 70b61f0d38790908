// SPDX-License-Identifier: Apache-2.0
#include "life/run.h"

#include <unistd.h>

#include "base/text.h"
#include "life/attend.h"
#include "life/delete.h"
#include "life/readiness.h"
#include "life/start.h"
#include "sys/task.h"

namespace hull::life {
namespace {

/// Start, and what the OOM killer has to do with it if it fails.
Result<Started> start_watched(Context& context, const RunOptions& options, cgroup::OomWatch& oom) {
  auto started = start_container(context, options.create.id);
  if (started) return started;
  auto killed = explanation(oom);
  return killed ? std::move(started).context(*killed) : std::move(started);
}

/// The service manager knows us as the service, and that is right while we stay.
std::optional<Watch> watch_readiness(Context& context,
                                     const std::optional<host::Readiness>& readiness) {
  if (!readiness) return std::nullopt;
  return Watch{readiness->socket(), [&context, &readiness] {
                 auto ready = readiness->take();
                 if (ready && !*ready) return true;
                 Result<void> told =
                     ready ? readiness->forward(::getpid(), false) : std::move(ready).error();
                 if (!told) context.log.warning(told.error().message());
                 return false;
               }};
}

Result<int> stay(Context& context, const RunOptions& options, Created created,
                 const Signals& signals) {
  auto relay = TRY(relay_of(created));
  auto started = TRY(start_watched(context, options, created.oom));
  return attend(context, format("run '{}'", options.create.id), created, signals, std::move(relay),
                watch_readiness(context, started.readiness));
}

/// Signals are kept waiting all along, and come to `supervise` when the container is there.
Result<Created> create_attached(Context& context, const CreateOptions& options) {
  sys::Interruptible interruptible;
  return create_container(context, options, Console::Caller, interruptible);
}

Result<int> run_foreground(Context& context, const RunOptions& options) {
  if (!options.no_subreaper) TRY(sys::become_subreaper());
  auto signals = TRY(Signals::take());
  auto created = TRY(create_attached(context, options.create));
  auto code = stay(context, options, std::move(created), signals);
  if (code && options.keep) return code;
  // Also what outlived init: a pid namespace of the host's keeps its processes.
  auto gone = destroy(context, options.create.id, Force::Yes);
  if (code && !gone) return std::move(gone).error();
  return code;
}

Result<int> run_detached(Context& context, const RunOptions& options) {
  sys::Interruptible interruptible;
  auto created = TRY(create_container(context, options.create, Console::Socket, interruptible));
  auto started = start_watched(context, options, created.oom);
  if (started) {
    interruptible.keep();
    if (started->readiness) TRY(await_readiness(*started->readiness, started->init));
    return 0;
  }
  ignore(destroy(context, options.create.id, Force::Yes), "the failed start is what matters");
  return std::move(started).error();
}

}  // namespace

Result<int> run(Context& context, const RunOptions& options) {
  return options.detach ? run_detached(context, options) : run_foreground(context, options);
}

}  // namespace hull::life
