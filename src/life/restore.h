// SPDX-License-Identifier: Apache-2.0
// `restore`: a container made again from a bundle and the images of a checkpoint. Host side, host
// namespaces.
#pragma once

#include "base/result.h"
#include "life/context.h"
#include "life/create_options.h"
#include "life/images.h"

namespace hull::life {

struct RestoreOptions {
  CreateOptions create;
  ImageOptions images;
  bool detach = false;
  /// Do not become the reaper of the container's orphans.
  bool no_subreaper = false;
};

/// Makes the cgroup, the record and what lies outside of the images, by the bundle's configuration
/// as create does, and has CRIU make the rest. Of the hooks, prestart and createRuntime run when
/// the namespaces are there, poststart when the processes are; those that belong into a container
/// before its process do not. Then as run() does: stays until the container ends, and deletes it,
/// unless detached. On failure nothing is left but CRIU's log.
Result<int> restore(Context& context, const RestoreOptions& options);

}  // namespace hull::life
