// SPDX-License-Identifier: Apache-2.0
// Which hull this is. Pure.
#pragma once

#include <string>

namespace hull::cmd {

/// The release, "0.1.0".
extern const char* const kVersion;
/// The git commit it was built from, or "unknown" when it was not built from a checkout.
extern const char* const kCommit;
/// The runtime-spec that it follows, and the oldest whose documents it takes.
inline constexpr const char* kSpecVersion = "1.3.0";
inline constexpr const char* kOldestSpecVersion = "1.0.0";

/// What `--version` prints, in the lines that callers of runc and crun look for: name and version,
/// "commit: ", "spec: ", then a word for each part that is built in.
std::string version_text();

}  // namespace hull::cmd
