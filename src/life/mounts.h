// SPDX-License-Identifier: Apache-2.0
// `mounts`: more mounts in a container that lives, or fewer. Host side.
#pragma once

#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::life {

/// Mounts what `file` asks for ("-": standard input), a list as `mounts` of a config.json is one,
/// in a created, running or paused container: all of it, or nothing. Relative sources are taken
/// from the bundle. Nothing is put on record: what is mounted is known by the kernel. Keeps out
/// every other command that changes the container. Fails with "container not running" and the like,
/// with the file's place, or with the pointer in it.
Result<void> add_mounts(Context& context, const std::string& id, const std::string& file);

/// Takes away what is mounted at the destinations of `file`, whatever it is, the last one first.
/// All are looked for before the first one goes. What the container stands on, or is confined by,
/// stays.
Result<void> remove_mounts(Context& context, const std::string& id, const std::string& file);

}  // namespace hull::life
