// SPDX-License-Identifier: Apache-2.0
#include "life/attend.h"

#include <csignal>

#include "base/text.h"

namespace hull::life {

Result<std::optional<host::Relay>> relay_of(Created& created) {
  std::optional<host::Relay> relay;
  if (!created.console.is_open()) return relay;
  auto started = TRY(host::Relay::start(std::move(created.console)));
  relay.emplace(std::move(started));
  return relay;
}

Result<int> attend(Context& context, std::string_view attempt, Created& created,
                   const Signals& signals, std::optional<host::Relay> relay,
                   std::optional<Watch> more) {
  auto exit = TRY(supervise(created.init, signals, std::move(relay), created.oom, std::move(more)));
  auto killed = exit.signal == SIGKILL ? explanation(created.oom) : std::nullopt;
  if (killed) context.log.error(format("{}: {}", attempt, *killed));
  return exit.code();
}

}  // namespace hull::life
