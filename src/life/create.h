// SPDX-License-Identifier: Apache-2.0
// `create`: from a bundle to a container whose init waits for `start`. Host side, host namespaces.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "cgroup/oom.h"
#include "life/context.h"
#include "life/create_options.h"
#include "sys/fd.h"
#include "sys/interrupt.h"
#include "sys/process.h"

namespace hull::life {

/// What `create` leaves running and `run` goes on with.
struct Created {
  /// Our child until we end, then its own.
  sys::Process init;
  /// The terminal's master, when the caller relays it itself.
  sys::Fd console;
  /// What the OOM killer does to it from here on.
  cgroup::OomWatch oom;
};

/// `create`, for a caller that stays. A signal that would end us undoes what was made instead; one
/// that comes when all is done is the business of the caller, who has `interruptible`.
Result<Created> create_container(Context& context, const CreateOptions& options, Console console,
                                 const sys::Interruptible& interruptible);

/// What `oom` has seen, in a sentence, when it was somebody's end. Nothing otherwise, and when the
/// cgroup is gone.
std::optional<std::string> explanation(cgroup::OomWatch& oom);

/// Runs create, hooks included, to its end: when it returns, init exists, blocked, in its final
/// cgroup and namespaces, the record and the pid file are written. On failure nothing is left.
/// Fails with the chain of attempts; the outermost frame is main's.
/// OCI runtime.md, "Create" and "Lifecycle" 1-5.
Result<void> create(Context& context, const CreateOptions& options);

}  // namespace hull::life
