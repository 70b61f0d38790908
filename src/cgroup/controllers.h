// SPDX-License-Identifier: Apache-2.0
// Handing the controllers of v2 down from the root to a container's cgroup, and saying why one did
// not arrive. Host side.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cgroup/layout.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// Enables what the root offers in every ancestor of `path` (cgroup-v2.rst, "Enabling and
/// Disabling"). Only a setting that needs a controller makes its absence a fault, so the ancestors
/// that refuse are passed over: explain_absence() finds them again. Fails when a file that must be
/// there can't be read.
Result<void> enable_controllers(sys::FdRef root, const Hierarchy& unified, const std::string& path);

/// Why `file` of `controller` is not in the cgroup `path`: "memory controller is not enabled for
/// '/a/b': '/a' has processes of its own: 12, 13", or that this kernel has no such file.
std::string explain_absence(sys::FdRef root, const Hierarchy& hierarchy, const std::string& path,
                            std::string_view controller, std::string_view file);

}  // namespace hull::cgroup
