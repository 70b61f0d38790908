// SPDX-License-Identifier: Apache-2.0
// From a bundle on disk to a plan. Host side; changes nothing.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/location.h"
#include "cgroup/systemd.h"
#include "life/context.h"
#include "life/create_options.h"
#include "plan/plan.h"
#include "sys/proc.h"

namespace hull::life {

/// All that is decided before anything is made.
struct Bundle {
  spec::Config config;
  plan::Plan plan;
  cgroup::Location cgroup;
  /// For cgroup::open() with the systemd driver.
  cgroup::SystemdRequest systemd;
};

/// Reads, checks and plans. Warnings are logged. Fails with the file's place or the JSON pointer.
Result<Bundle> read_bundle(Context& context, const CreateOptions& options, Console console,
                           const sys::Proc& proc, sys::FdRef cgroup_root);

}  // namespace hull::life
