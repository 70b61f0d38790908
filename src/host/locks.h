// SPDX-License-Identifier: Apache-2.0
// Flags of mounts that a user namespace cannot clear. Host side.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"
#include "wire/source.h"

namespace hull::host {

/// Puts in the place of the trees at `indices` of `sources` the same trees with every flag locked
/// that they have: read-only, nodev, nosuid, noexec and the atime ones. The kernel locks flags of
/// mounts only where it copies a mount namespace for another user namespace (mount_namespaces(7),
/// "Restrictions on mount namespaces"), so they go into one and through such a copy for `user`, the
/// user namespace that they are for. What propagates to or from them has to be set anew.
///
/// Takes host ids with CAP_SYS_ADMIN over `user`; what is mounted where we are stays as it is.
Result<void> lock_flags(std::vector<wire::Source>& sources, const std::vector<std::size_t>& indices,
                        sys::FdRef user);

}  // namespace hull::host
