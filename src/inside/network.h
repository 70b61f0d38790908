// SPDX-License-Identifier: Apache-2.0
// A new network namespace's loopback device. Inside.
#pragma once

#include "base/result.h"

namespace hull::inside {

/// Sets `lo` up, as every peer does: a new network namespace starts with it down.
Result<void> bring_up_loopback();

}  // namespace hull::inside
