// SPDX-License-Identifier: Apache-2.0
// From a bundle on disk to a plan. Host side; changes nothing.
#pragma once

#include <string>

#include "base/result.h"
#include "cgroup/location.h"
#include "cgroup/systemd.h"
#include "life/container.h"
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

/// The plan of a container that exists, by its configuration as it is now; nothing is warned of a
/// second time.
Result<plan::Plan> plan_again(const Container& container);

}  // namespace hull::life
