// SPDX-License-Identifier: Apache-2.0
// `checkpoint`: a container's processes as images on disk, from which `restore` makes them again.
// Host side, host namespaces.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "life/context.h"
#include "life/images.h"

namespace hull::life {

struct CheckpointOptions {
  std::string id;
  ImageOptions images;
  /// Writes the memory only, as a parent of images to come; the container goes on.
  bool pre_dump = false;
  /// Gets a byte when lazy pages are served; closed then.
  std::optional<int> status_fd;
};

/// Dumps a running or paused container. Unless it was to go on (`leave_running`, `pre_dump`) it is
/// deleted then, as runc has it. When CRIU fails the container goes on, and its log is kept. Keeps
/// out every other command that changes the container. Fails with "container not running" and the
/// like.
Result<void> checkpoint(Context& context, const CheckpointOptions& options);

}  // namespace hull::life
