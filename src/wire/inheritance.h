// SPDX-License-Identifier: Apache-2.0
// What the child has beside the plan: made by host/launch before the clone, used up inside.
#pragma once

#include <linux/filter.h>

#include <optional>
#include <vector>

#include "sys/proc.h"
#include "sys/task.h"
#include "wire/birth.h"
#include "wire/hook.h"
#include "wire/link.h"
#include "wire/source.h"

namespace hull::wire {

/// Descriptors that the host opened while its paths meant something; all are close-on-exec.
struct Inheritance {
  Link link;
  /// Empty when the plan has a user namespace: they come as Trees then, opened below its locks.
  Sources sources;
  /// The host's /proc, borrowed: the clone copied its owner too. Files below sys/ are those of the
  /// namespaces of whoever opens them.
  const sys::Proc& proc;
  /// exec.fifo, open for reading and writing, so that reading blocks until `start` writes.
  sys::Fd fifo;
  /// Where a failure after `start` is written for it to read: the fifo again, of exec a pipe.
  sys::Fd failure;
  /// The seccomp filter to load, empty when there is none.
  std::vector<sock_filter> filter;
  /// Descriptors of the caller that the container keeps (--preserve-fds).
  std::vector<int> preserved;
  /// The caller's RLIMIT_NOFILE, which we raised to hold all the trees.
  sys::DescriptorLimit descriptor_limit;
  /// The `tasks` files of the v1 cgroups to enter by writing "0"; no birth reaches those.
  std::vector<sys::Fd> tasks;
  /// The `cgroup.procs` of the cgroup that is delegated to the container, or not open.
  sys::Fd delegated;
  /// The cgroup2 directory for a stage to clone init into.
  std::optional<sys::FdRef> entry;
  /// For the hooks that run inside.
  HookFiles hook_files;
  /// There was a stage process between the host and init: say Hello.
  bool from_stage = false;
  /// A stage that clones the process last (inside/visible.h) has these three. Where it tells of the
  /// process; what the process waits for, byte by byte, having no link; and whether the filter lets
  /// pass what both still do, so that it is loaded before the clone.
  std::optional<Birth> birth;
  sys::Fd go;
  bool filter_first = false;
  /// The pid namespace to enter, when that has to wait, and whose processes a new proc shows.
  sys::Fd pid_namespace;
  /// exec and mounts: the pidfd of the container's init, and which of its namespaces are to be
  /// entered (CLONE_NEW*).
  sys::Fd init;
  std::uint64_t to_enter = 0;
  /// exec into a container without a mount namespace made for it: the directory that is its root.
  sys::Fd root;
};

/// Closes every other descriptor that the clone copied: the container must not hold the host's
/// directories, nor the lock on its own record (CVE-2024-21626).
Result<void> close_the_rest(const Inheritance& in);

/// Once init has become the container's: closes all but what it waits for `start` with, the link
/// and the files of hooks. Above all no directory stays through which whoever traces it, entered by
/// an exec before `start`, could leave the container.
Result<void> close_the_host(const Inheritance& in);

/// The same for the stage of a process that is cloned last: the link too.
Result<void> close_the_stage(const Inheritance& in);

}  // namespace hull::wire
