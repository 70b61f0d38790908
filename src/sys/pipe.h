// SPDX-License-Identifier: Apache-2.0
// pipe2(2). Both sides.
#pragma once

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// Both ends of a pipe, close-on-exec.
struct Pipe {
  Fd reader;
  Fd writer;
};

/// A new pipe. Fails with the system's reason (EMFILE).
Result<Pipe> make_pipe();

}  // namespace hull::sys
