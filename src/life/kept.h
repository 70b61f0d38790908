// SPDX-License-Identifier: Apache-2.0
// What create keeps for exec and mounts in the container's directory: no change of the bundle
// changes what a further process is confined by, and no configuration is parsed twice. Host side.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "life/record.h"
#include "seccomp/program.h"
#include "spec/config.h"

namespace hull::life {

/// The document exec.json. Its version changes when its meaning does.
struct Kept {
  static constexpr std::uint32_t kVersion = 1;
  std::uint32_t version = kVersion;
  /// plan::exec_part() of the container's.
  spec::Config config;
  bool no_new_keyring = false;
  /// The masked and read-only paths are in `config`. Older hulls kept none, and without them nobody
  /// knows what must stay mounted.
  bool has_paths = false;
};

/// The document's members, once: see spec/fields.h.
void fields(spec::Fields& f, Kept& kept);

/// Writes it, and beside it the container's seccomp filter, if there is one.
Result<void> keep_for_exec(const Directory& directory, const Kept& kept,
                           const seccomp::Program& filter);

/// Reads it again. Fails where there is none, as of a container without a process.
Result<Kept> read_kept(const Directory& directory);

/// The filter; fails where it is gone or damaged: nothing may run without it.
Result<seccomp::Program> read_kept_filter(const Directory& directory);

}  // namespace hull::life
