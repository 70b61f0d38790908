// SPDX-License-Identifier: Apache-2.0
// What inside/masks has made, recognized by what it is, by the text of a /proc/self/mountinfo.
// Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace hull::inside {

/// Whether mount `id` covers a masked directory (a tmpfs that has room for nothing) or makes a path
/// read-only (a mount of what is there anyway). The paths do not tell, for whoever owns the
/// directories can rename them. A masked file has the null device on it, which a stat tells.
bool is_cover(std::string_view mountinfo, std::uint64_t id);

}  // namespace hull::inside
