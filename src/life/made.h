// SPDX-License-Identifier: Apache-2.0
// What of a container is made before its processes are, by create and by restore. Host side, host
// namespaces.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "cgroup/cgroup.h"
#include "host/conversation.h"
#include "host/rdt.h"
#include "life/bundle.h"
#include "life/context.h"
#include "life/create_options.h"
#include "life/record.h"
#include "seccomp/program.h"
#include "sys/proc.h"

namespace hull::life {

/// What undoes itself on the way back, innermost last.
struct Made {
  Record record;
  /// The container's seccomp filter; empty without a profile.
  seccomp::Program filter;
  Directory directory;
  std::optional<host::RdtLease> rdt;
  std::unique_ptr<cgroup::Cgroup> cgroup;
  std::optional<cgroup::Lease> lease;

  /// The container exists.
  void keep();
};

/// Paths as the user wrote them mean the caller's directory; ours becomes the bundle, where hooks
/// run. Gives the options with absolute paths.
Result<CreateOptions> enter_bundle(CreateOptions options);

/// Refuses an id that is taken. Early, for the better message: the directory itself decides.
Result<void> check_unused(const Context& context, const std::string& id);

/// From a plan to a container on record that has no process yet: the directory with all that later
/// commands need, the group of resctrl, the cgroup with its limits. On failure nothing is left.
Result<Made> make(Context& context, Bundle& bundle, const CreateOptions& options,
                  const sys::Proc& proc, sys::FdRef cgroup_root);

/// Confines the cgroup to the devices of the plan. Who has no device nodes made for them, and may
/// load no program for a cgroup either, does without: the container has the nodes that are bound,
/// no more. What cannot be meant to be given up is refused.
Result<void> restrict_devices(const Made& made, const plan::Plan& plan, const host::Warner& warn);

}  // namespace hull::life
