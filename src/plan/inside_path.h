// SPDX-License-Identifier: Apache-2.0
// Paths as the container sees them, from what config.json writes. Pure text.
#pragma once

#include <string>
#include <string_view>

namespace hull::plan {

/// `written` as a clean absolute path: "proc/../sys/" gives "/sys". A relative path is taken from
/// "/" (config.md, "Mounts"), and ".." does not leave it. "" gives "/".
std::string inside_path(std::string_view written);

}  // namespace hull::plan
