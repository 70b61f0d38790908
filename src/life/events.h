// SPDX-License-Identifier: Apache-2.0
// `events`: what a container uses, now and again, and when its memory runs out. Host side; changes
// nothing.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "life/context.h"
#include "sys/fd.h"

namespace hull::life {

/// Takes one document, without a line end.
using Emit = std::function<Result<void>(std::string_view document)>;

/// What the container has used by now: one StatsEvent. Fails with "container not running" for one
/// that has stopped or is being created, and for one without a cgroup.
Result<void> stats(Context& context, const std::string& id, const Emit& emit);

/// A StatsEvent after every `interval`, and an OomEvent whenever a process of the container is
/// killed for want of memory, until the container stops, or `reader`, the other end of which gets
/// the documents, is closed there. Fails as stats() does.
Result<void> follow(Context& context, const std::string& id, std::chrono::nanoseconds interval,
                    sys::FdRef reader, const Emit& emit);

}  // namespace hull::life
