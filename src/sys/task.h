// SPDX-License-Identifier: Apache-2.0
// What a task carries besides ids: limits, personality, signals. Both sides.
#pragma once

#include <sys/types.h>

#include <cstdint>

#include "base/result.h"

namespace hull::sys {

/// prlimit(2) of ourselves. Raising a hard limit needs CAP_SYS_RESOURCE.
Result<void> set_resource_limit(int resource, std::uint64_t soft, std::uint64_t hard);

struct DescriptorLimit {
  std::uint64_t soft = 0;
  std::uint64_t hard = 0;
};
/// Raises our soft RLIMIT_NOFILE to the hard one; gives what it was.
Result<DescriptorLimit> raise_descriptor_limit();

/// personality(2).
Result<void> set_personality(std::uint64_t persona);

/// Overwrites our arguments and our environment, for whoever may read our memory or our files
/// `cmdline` and `environ` in /proc. Nothing may look at them afterwards.
void forget_arguments();

/// SIGCHLD to its default: of a child that ends while it is ignored nobody learns how (wait(2)).
void hear_of_children();

/// All signals to their defaults and none blocked, as a fresh process expects them.
Result<void> reset_signals();

/// What asks a process to end (SIGHUP, SIGINT, SIGQUIT, SIGTERM, and systemd's SIGRTMIN+3) ends us
/// with 128 + signal until execve(2), although pid_namespaces(7) keeps the first process of a
/// namespace from signals that it does not handle.
Result<void> end_when_asked();

/// PR_SET_CHILD_SUBREAPER: orphans below us become our children.
Result<void> become_subreaper();

}  // namespace hull::sys
