// SPDX-License-Identifier: Apache-2.0
// Descriptors that poll(2) wakes us by and that count how often they went off. Host side.
#pragma once

#include <chrono>
#include <cstdint>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// One that the kernel or somebody else sets off: eventfd(2).
Result<Fd> make_event();

/// One that goes off every `interval`, which is above 0, for the first time after the first:
/// timerfd_create(2), monotonic clock.
Result<Fd> make_ticker(std::chrono::nanoseconds interval);

/// How often it went off since it was last asked; 0, without waiting, if it did not.
Result<std::uint64_t> take(FdRef alarm);

}  // namespace hull::sys
