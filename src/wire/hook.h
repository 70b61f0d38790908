// SPDX-License-Identifier: Apache-2.0
// How a hook is run and what is said when it fails: the same on both sides.
#pragma once

#include <string_view>

#include "base/result.h"
#include "sys/spawn.h"

namespace hull::wire {

/// Where hooks write; where one is not open, into the message about their failure.
struct HookFiles {
  sys::Fd output;
  sys::Fd errors;
  /// `hook`, writing there. Borrowed by it.
  sys::Program redirect(sys::Program hook) const;
};

/// Runs `hook`, the `index`th of its `kind` ("prestart"), to its end. Fails with kind, index, path,
/// exit status or signal or timeout, and the last of what it wrote.
Result<void> run_hook(std::string_view kind, std::size_t index, const sys::Program& hook);

}  // namespace hull::wire
