// SPDX-License-Identifier: Apache-2.0
// Which hull this is. Pure.
#pragma once

#include <string>
#include <string_view>

#include "life/context.h"

namespace hull::cmd {

/// The release, "0.1.0".
extern const char* const kVersion;
/// The git commit it was built from, or "unknown" when it was not built from a checkout.
extern const char* const kCommit;
/// The runtime-spec that it follows, and the oldest whose documents it takes.
inline constexpr const char* kSpecVersion = "1.3.0";
inline constexpr const char* kOldestSpecVersion = "1.0.0";

/// The version that is told to callers of that runtime: hull's own, marked for those of another
/// name.
std::string version_for(life::Compat compat);

/// What `--version` prints, in the lines that callers of runc and crun look for: name and version,
/// "commit: ", "spec: ", then a word for each part that is built in. go-runc reads it only if the
/// name is runc; for callers of crun there is a line more, with the default state root `root`.
std::string version_text(life::Compat compat, std::string_view root);

}  // namespace hull::cmd
