// SPDX-License-Identifier: Apache-2.0
// `seccomp learn`: which system calls a container makes, and the profile that lets it make just
// those. Host side.
#pragma once

#include "base/result.h"
#include "life/run.h"
#include "spec/linux.h"

namespace hull::life {

/// What was learnt, and how the container ended.
struct Learnt {
  spec::Seccomp profile;
  int status = 0;
};

/// Runs the container in the foreground, as `run` does, with a profile in the place of its own that
/// hands every system call to a process of ours, which takes note of it and lets it go on: nothing
/// is confined meanwhile. The calls that hull itself makes behind the filter are among them, so
/// that the container starts with the profile.
Result<Learnt> learn(Context& context, const CreateOptions& options);

}  // namespace hull::life
