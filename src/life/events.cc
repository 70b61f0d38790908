// SPDX-License-Identifier: Apache-2.0
#include "life/events.h"

#include <poll.h>

#include "base/text.h"
#include "cgroup/oom.h"
#include "life/container.h"
#include "life/event.h"
#include "life/rdt.h"
#include "spec/codec.h"
#include "sys/alarm.h"
#include "sys/file.h"
#include "sys/interrupt.h"

namespace hull::life {
namespace {

Result<Container> open_live(const Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id));
  if (!container.init()) return Error::refused("container not running");
  if (container.cgroup() == nullptr)
    return Error::refused("a container without a cgroup has nothing that counts what it uses");
  return container;
}

Result<void> emit_stats(const Container& container, const Emit& emit) {
  StatsEvent event{.id = container.id()};
  event.data.cgroup = TRY(container.cgroup()->stats());
  event.data.intel_rdt = TRY(rdt_stats(container.proc(), container.record()));
  return emit(spec::encode(event));
}

Result<void> emit_oom(const Container& container, cgroup::OomWatch& watch, const Emit& emit) {
  OomEvent event{.id = container.id()};
  auto news = TRY(watch.news());
  if (!news) return {};
  event.data = std::move(*news);
  return emit(spec::encode(event));
}

Result<cgroup::OomWatch> watch_memory(Context& context, const Container& container) {
  auto root =
      TRY(sys::open_at(sys::FdRef::cwd(), std::string(cgroup::kMountPoint), O_PATH | O_DIRECTORY));
  auto watch = cgroup::OomWatch::start(root, container.cgroup()->location());
  if (!watch.is_watching())
    context.log.warning(
        format("{}: there is no memory controller, so nothing tells when memory runs out",
               container.id()));
  return watch;
}

/// What woke us: poll(2)'s entries, in this order.
enum Source { kTick, kMemory, kEnd, kReader, kSources };

}  // namespace

Result<void> stats(Context& context, const std::string& id, const Emit& emit) {
  auto container = TRY(open_live(context, id));
  return emit_stats(container, emit);
}

Result<void> follow(Context& context, const std::string& id, std::chrono::nanoseconds interval,
                    sys::FdRef reader, const Emit& emit) {
  auto container = TRY(open_live(context, id));
  auto watch = TRY(watch_memory(context, container));
  auto ticker = TRY(sys::make_ticker(interval));
  pollfd watched[kSources] = {};
  watched[kTick] = {ticker.number(), POLLIN, 0};
  watched[kMemory] = watch.alarm();
  watched[kEnd] = {container.init()->pidfd().number(), POLLIN, 0};
  // No event to ask for: a closed end is told anyway.
  watched[kReader] = {reader.number(), 0, 0};
  while (true) {
    TRY(sys::wait(watched, -1));
    const bool ended = (watched[kEnd].revents & POLLIN) != 0;
    // Also at the end, for what ended it.
    if (ended || watched[kMemory].revents != 0) {
      auto told = emit_oom(container, watch, emit);
      // Somebody may have deleted the container by now.
      if (!told && !ended) return told;
    }
    if (ended || (watched[kReader].revents & (POLLERR | POLLHUP)) != 0) return {};
    if ((watched[kTick].revents & POLLIN) == 0) continue;
    TRY(sys::take(ticker));
    auto counted = emit_stats(container, emit);
    if (counted) continue;
    auto gone = TRY(container.init()->ended(0));
    if (!gone) return counted;
  }
}

}  // namespace hull::life
