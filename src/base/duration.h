// SPDX-License-Identifier: Apache-2.0
// Lengths of time as Go's programs write them: "1m30s". Pure; both sides.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace hull {

/// Numbers with units, summed up: "300ms", "1.5h", "-2h45m"; ns, us (or µs), ms, s, m, h. "0" needs
/// no unit. Nothing for any other text, and when it does not fit into 64 bits of nanoseconds.
std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text);

}  // namespace hull
