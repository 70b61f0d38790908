// SPDX-License-Identifier: Apache-2.0
// What a container's resources are after an update. Pure.
#pragma once

#include "spec/linux.h"

namespace hull::cgroup {

/// `standing` with what `asked` sets in its place: what is unset there, and the zeros that mean
/// unset, change nothing; entries for a device, a page size, an interface or a file stand beside
/// those for others; unlimited memory takes swap along. Device rules are `standing`'s.
spec::Resources merged(spec::Resources standing, const spec::Resources& asked);

}  // namespace hull::cgroup
