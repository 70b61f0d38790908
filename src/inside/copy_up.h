// SPDX-License-Identifier: Apache-2.0
// tmpcopyup: fills a new tmpfs with what its destination held. Inside.
#pragma once

#include "base/result.h"
#include "sys/fd.h"

namespace hull::inside {

/// Copies everything below the directory `from` (an O_PATH descriptor) into the directory `to`:
/// directories, files, symlinks, devices, fifos; with mode, owner and times, but no extended
/// attributes. Follows no symlink, so nothing outside `from` is read.
Result<void> copy_up(sys::FdRef from, sys::FdRef to);

}  // namespace hull::inside
