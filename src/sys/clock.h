// SPDX-License-Identifier: Apache-2.0
// The wall clock, as documents write it. Host side.
#pragma once

#include <string>

namespace hull::sys {

/// Now in UTC as RFC 3339 with nanoseconds: "2026-01-31T12:00:00.123456789Z". Never fails.
std::string rfc3339_now();

}  // namespace hull::sys
