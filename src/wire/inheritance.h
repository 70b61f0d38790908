// SPDX-License-Identifier: Apache-2.0
// What the child has beside the plan: made by host/launch before the clone, used up inside.
#pragma once

#include <optional>
#include <vector>

#include "sys/proc.h"
#include "wire/link.h"
#include "wire/source.h"

namespace hull::wire {

/// Descriptors that the host opened while its paths meant something; all are close-on-exec.
struct Inheritance {
  Link link;
  /// Empty when the plan has a user namespace: they come as Trees then, opened below its locks.
  Sources sources;
  /// The host's /proc. Files below sys/ are those of the namespaces of whoever opens them.
  sys::Proc proc;
  /// exec.fifo, open for reading and writing, so that reading blocks until `start` writes.
  sys::Fd fifo;
  /// Where a failure after `start` is written for it to read.
  sys::Fd failure;
  /// Descriptors of the caller that the container keeps (--preserve-fds).
  std::vector<int> preserved;
  /// The cgroup is the final one since birth: no Placed will come.
  bool born_in_cgroup = false;
  /// The cgroup2 directory for a stage to clone init into.
  std::optional<sys::FdRef> entry;
  /// There was a stage process between the host and init: say Hello.
  bool from_stage = false;
};

}  // namespace hull::wire
