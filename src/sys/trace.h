// SPDX-License-Identifier: Apache-2.0
// ptrace(2), as far as it takes to have one child's next child stopped from its birth. Both sides.
#pragma once

#include <sys/types.h>

#include "base/result.h"
#include "sys/process.h"

namespace hull::sys {

/// A child of ours that we trace, and what it clones: nobody else can trace either meanwhile, and
/// what is cloned does not run until we let it. On destruction the child is let go, and what it
/// cloned is killed unless it was let live or has ended; at our own end both are killed.
class Traced {
 public:
  /// PTRACE_SEIZE of `child`, which must outlive this. EPERM where somebody else traces it, or we
  /// lack the right (ptrace(2), "Ptrace access mode checking").
  static Result<Traced> seize(const Process& child);
  Traced(Traced&& other) noexcept;
  Traced& operator=(Traced&&) = delete;
  ~Traced();

  /// Waits until the child has cloned, and what it cloned has stopped; gives that one's pid. Fails
  /// when either has ended, or with "interrupted by signal N" (sys/interrupt.h).
  Result<pid_t> await_clone();
  /// Lets go of what was cloned.
  void let_live();
  /// Lets both run, still traced, until what was cloned has ended.
  Result<void> see_out();

 private:
  explicit Traced(const Process& child) : child_(&child) {}
  const Process* child_;
  /// What it cloned; 0: nothing yet.
  pid_t cloned_ = 0;
};

}  // namespace hull::sys
