// SPDX-License-Identifier: Apache-2.0
#include "life/run.h"

#include "life/delete.h"
#include "life/start.h"
#include "life/supervise.h"
#include "sys/task.h"

namespace hull::life {
namespace {

Result<int> stay(Context& context, const RunOptions& options, Created created,
                 const Signals& signals) {
  std::optional<host::Relay> relay;
  if (created.console.is_open()) {
    auto started = TRY(host::Relay::start(std::move(created.console)));
    relay.emplace(std::move(started));
  }
  TRY(start(context, options.create.id));
  auto exit = TRY(supervise(created.init, signals, std::move(relay)));
  return exit.code();
}

Result<int> run_foreground(Context& context, const RunOptions& options) {
  if (!options.no_subreaper) TRY(sys::become_subreaper());
  auto signals = TRY(Signals::take());
  auto created = TRY(create_container(context, options.create, Console::Caller));
  auto code = stay(context, options, std::move(created), signals);
  if (code && options.keep) return code;
  // Also what outlived init: a pid namespace of the host's keeps its processes.
  auto gone = destroy(context, options.create.id, Force::Yes);
  if (code && !gone) return std::move(gone).error();
  return code;
}

}  // namespace

Result<int> run(Context& context, const RunOptions& options) {
  if (!options.detach) return run_foreground(context, options);
  TRY(create_container(context, options.create, Console::Socket));
  auto started = start(context, options.create.id);
  if (started) return 0;
  ignore(destroy(context, options.create.id, Force::Yes), "the failed start is what matters");
  return std::move(started).error();
}

}  // namespace hull::life
