// SPDX-License-Identifier: Apache-2.0
// Signals by number and name, as `kill` is given them. Pure.
#pragma once

#include <string_view>

#include "base/result.h"

namespace hull::cmd {

/// The number of the signal that `text` names: a number from 0 (which only tests) to SIGRTMAX, or a
/// name with or without "SIG" in any case; "RTMIN", "RTMIN+3", "RTMAX-1" are the real-time ones as
/// the C library counts them, which is how crun and systemd do. Fails for anything else.
Result<int> signal_number(std::string_view text);

}  // namespace hull::cmd
