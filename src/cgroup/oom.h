// SPDX-License-Identifier: Apache-2.0
// What the OOM killer did to a container, and at which cgroup's limit: only the kernel's counters
// tell the container's own limit from that of a pod or a slice above it. Host side.
#pragma once

#include <poll.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "spec/fields.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// The members as an event tells them: see spec/fields.h.
struct ReachedLimit;
struct OutOfMemory;
void fields(spec::Fields& f, ReachedLimit& limit);
void fields(spec::Fields& f, OutOfMemory& event);

/// A cgroup that had no more memory to give.
struct ReachedLimit {
  /// From the root of the hierarchy.
  std::string cgroup;
  /// The file that holds the limit, and the limit; 0 when it was lifted since.
  std::string file;
  std::uint64_t bytes = 0;

  bool operator==(const ReachedLimit&) const = default;
};

/// What happened in some time.
struct OutOfMemory {
  /// The container's cgroup, from the root of the hierarchy.
  std::string cgroup;
  /// How many processes of the container, its sub-cgroups' included, were killed.
  std::uint64_t kills = 0;
  /// Of the container's cgroup and those above it the ones that ran out of memory, the container's
  /// own first.
  std::vector<ReachedLimit> reached;
  /// Whether a cgroup below the container's did.
  bool below = false;
};

/// One sentence on it; nothing when nobody was killed, whatever limits were reached. "a process of
/// the container was killed by the OOM killer: cgroup '/web' reached its memory limit of 2097152
/// bytes (memory.max)".
std::optional<std::string> explain(const OutOfMemory& event);

/// Watches the memory of one container's cgroup and of those above it. v2 counts in memory.events
/// and memory.events.local. v1 counts kills in memory.oom_control, but not whose limit it was; it
/// tells every cgroup at and below that limit by eventfd (cgroup-v1/memory.rst, "OOM Control"), so
/// that the outermost one that is told is the one.
class OomWatch {
 public:
  /// Watches nothing.
  OomWatch() = default;
  /// Watches the cgroup at `location`, which has been made, from now on. Never fails: without the
  /// memory controller, or where a file can't be read, it watches less, or nothing.
  static OomWatch start(sys::FdRef root, const Location& location);

  bool is_watching() const { return !levels_.empty(); }
  /// For poll(2): set off when look() is worth while. Borrowed.
  pollfd alarm() const;
  /// look(), for whoever tells what happens while it does: a kill, or on v1, whose kernel wakes us
  /// before it counts the kill, and where there may be none (disableOOMKiller), a limit that was
  /// reached. On v2 we are woken twice, first for the limit: that is kept for the kill to come.
  Result<std::optional<OutOfMemory>> news();
  /// What happened since the last look, or the start. Fails when the cgroup is gone, unless a note
  /// was taken before.
  Result<OutOfMemory> look();
  /// Takes note of what happened, for a look that may come too late: systemd removes the cgroup of
  /// a scope as soon as nobody is in it. False when the cgroup is gone: the alarm then never ends.
  bool note();

 private:
  using Version = Hierarchy::Version;

  // A cgroup of the chain. What it counts is either in a file (v2) or in `event` (v1).
  struct Level {
    std::string path;
    std::string directory;
    std::uint64_t reached = 0;
    sys::Fd event;
  };

  void add_level(const Hierarchy& memory, const std::string& path);
  Result<void> remember();
  Result<OutOfMemory> look_now();
  Result<OutOfMemory> look_unified();
  Result<OutOfMemory> look_legacy();
  Result<std::uint64_t> legacy_kills(const std::string& directory) const;
  Result<bool> legacy_limit_below(const std::string& directory) const;
  ReachedLimit limit_of(const Level& level) const;

  sys::Fd root_;
  Version version_ = Version::Two;
  // The container's own first.
  std::vector<Level> levels_;
  // v2: the container's memory.events.
  sys::Fd events_;
  std::uint64_t kills_ = 0;
  std::uint64_t reached_below_ = 0;
  std::optional<OutOfMemory> noted_;
};

}  // namespace hull::cgroup
