// SPDX-License-Identifier: Apache-2.0
// A container's cgroup, whatever the host's layout and the driver. Host side, host namespaces.
// The order in a container's life: make, apply, clone3 with entry(), in the child "0" to each of
// tasks(); settle, restrict_devices; then any of the others; remove.
#pragma once

#include <sys/types.h>

#include <optional>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "cgroup/stats.h"
#include "cgroup/transaction.h"
#include "spec/linux.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// Whether an update is made, or told only.
enum class Mode { Try, Write };

/// The interface; open() gives one for a Location. Not thread safe. Where a Location says that
/// there is no cgroup (Driver::Disabled) there is nothing to make and there are no processes.
class Cgroup {
 public:
  explicit Cgroup(Location location) : location_(std::move(location)) {}
  virtual ~Cgroup() = default;
  Cgroup(const Cgroup&) = delete;
  Cgroup& operator=(const Cgroup&) = delete;

  const Location& location() const { return location_; }

  /// Makes the directories in every hierarchy, enables on v2 the controllers that the root offers,
  /// and fills on v1 the cpusets. Refuses what locate() refuses, should it have appeared meanwhile.
  /// On failure what it made is removed again.
  virtual Result<void> make() = 0;

  /// Writes the limits of a new cgroup; what is unset touches no file, and a zero that Docker
  /// writes for "unset" is unset. Fails with the JSON pointer of the first value that the kernel or
  /// the layout refuses. `devices` is not looked at: see restrict_devices().
  virtual Result<void> apply(const spec::Resources& resources) = 0;

  /// Changes the limits of a cgroup in use: what is unset stays as it is, and a value that the
  /// kernel keeps in one file with others, or counts together with another (v2's swap), is joined
  /// with those that are in force. All or nothing: on failure the old values stand again, and the
  /// failure, as apply()'s, says which do not. Mode::Try only tells what would be written.
  virtual Result<Changes> update(const spec::Resources& resources, Mode mode) = 0;

  /// Confines the cgroup to the devices that `rules` allow (linux.resources.devices, in their
  /// order) and the runtime's own, see device_rules.h. Before the first process runs.
  virtual Result<void> restrict_devices(const std::vector<spec::DeviceRule>& rules) = 0;

  /// Makes the host's user `uid` the owner of the cgroup's v2 directory and of the files in it that
  /// the kernel lists in /sys/kernel/cgroup/delegate (cgroups(7), "Delegation"); what is not there
  /// is left out. Nothing on v1, where delegation is not safe.
  virtual Result<void> give_to(uid_t uid) = 0;

  /// The directory that clone3(CLONE_INTO_CGROUP) takes: on v2 and hybrid hosts. Nothing on v1.
  /// Borrowed from this object.
  virtual Result<std::optional<sys::FdRef>> entry() = 0;

  /// The doors to the hierarchies that entry() does not reach, the v1 ones: their `tasks` files,
  /// open for writing. A child that has one thread only enters by writing "0" to each, with the
  /// powers of whoever opened them. A thread that moves itself is the one case in which the kernel
  /// takes no lock against forks (Linux 5.5, "Optimize single thread migration"): what costs an RCU
  /// grace period, 10 ms on an idle host, otherwise. None on v2.
  virtual Result<std::vector<sys::Fd>> tasks() = 0;

  /// The same for a process that cannot do it itself: moves `pid`, which must be alive, and waits
  /// for that grace period.
  virtual Result<void> place(pid_t pid) = 0;

  /// The `cgroup.procs` of the cgroup that is delegated to the container, open for writing; not
  /// open where there is none. The container's process enters it by writing "0", once its own
  /// cgroup namespace is made.
  virtual Result<sys::Fd> delegated() { return sys::Fd(); }

  /// The container's own process is inside: what kept the cgroup alive until now goes.
  virtual Result<void> settle() { return {}; }

  /// The processes in the cgroup and below it, as pids of our pid namespace, ascending, each once.
  virtual Result<std::vector<pid_t>> processes() = 0;

  /// Sends `signal` to every process in and below the cgroup, none escaping by forking. SIGKILL
  /// reaches the frozen too and leaves the cgroup thawed. No cgroup: success.
  virtual Result<void> kill(int signal) = 0;

  /// Stops every process until thaw(); returns when all have stopped, or fails after kPatience with
  /// those that have not, everything thawed again.
  virtual Result<void> freeze() = 0;
  /// Lets them go on, without waiting for it.
  virtual Result<void> thaw() = 0;
  /// Waits for that, at most kPatience. False when a frozen parent keeps it from happening.
  virtual Result<bool> thawed() = 0;
  /// Whether it is frozen, by us, by someone else or with a parent. No cgroup: false.
  virtual Result<bool> frozen() = 0;

  /// What its processes have used, those of sub-cgroups included. Fails when it is gone. No cgroup:
  /// nothing.
  virtual Result<Stats> stats() = 0;

  /// Removes the cgroup with everything below it and the parents that make() made. Waits for
  /// processes that are already dying, fails with their pids after kPatience. Works on any part of
  /// it: what is not there is done.
  virtual Result<void> remove() = 0;

 protected:
  const Location location_;
};

/// Ends a cgroup that was made but not kept: kills what is in it and removes it.
class Lease {
 public:
  /// Makes `cgroup`, which must outlive the lease.
  static Result<Lease> make(Cgroup& cgroup);
  Lease(Lease&& other) noexcept : cgroup_(std::exchange(other.cgroup_, nullptr)) {}
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  /// The container exists: from now on `delete` removes the cgroup.
  void keep() { cgroup_ = nullptr; }

 private:
  explicit Lease(Cgroup& cgroup) : cgroup_(&cgroup) {}
  Cgroup* cgroup_;
};

}  // namespace hull::cgroup
