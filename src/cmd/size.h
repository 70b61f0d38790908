// SPDX-License-Identifier: Apache-2.0
// Numbers of bytes as runc's callers write them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hull::cmd {

/// "64m", "1G", "512KiB", "-1", "4096": a whole number and, in capitals or not, one of k, m, g, t
/// and p (powers of 1024), with "b" or "ib" behind it or not; "b" alone is bytes. Nothing when it
/// is anything else, or more than an int64 holds.
std::optional<std::int64_t> parse_size(std::string_view text);

}  // namespace hull::cmd
