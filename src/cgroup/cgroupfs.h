// SPDX-License-Identifier: Apache-2.0
// The cgroup whose directories we make and remove ourselves, on v1, v2 and hybrid hosts. Host side.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cgroup/cgroup.h"
#include "cgroup/devices.h"
#include "cgroup/freezer.h"
#include "cgroup/setting.h"

namespace hull::cgroup {

/// See Cgroup for what each method does. The location's path is neither empty nor "/".
class Cgroupfs : public Cgroup {
 public:
  /// `root` is borrowed.
  Cgroupfs(sys::FdRef root, Location location) : Cgroup(std::move(location)), root_(root) {}

  Result<void> make() override;
  Result<void> apply(const spec::Resources& resources) override;
  Result<Changes> update(const spec::Resources& resources, Mode mode) override;
  Result<void> restrict_devices(const std::vector<spec::DeviceRule>& rules) override;
  Result<void> give_to(uid_t uid) override;
  Result<std::optional<sys::FdRef>> entry() override;
  Result<std::vector<sys::Fd>> tasks() override;
  Result<void> place(pid_t pid) override;
  Result<sys::Fd> delegated() override;
  Result<std::vector<pid_t>> processes() override;
  Result<void> kill(int signal) override;
  Result<void> freeze() override;
  Result<void> thaw() override;
  Result<bool> thawed() override;
  Result<bool> frozen() override;
  Result<Stats> stats() override;
  Result<void> remove() override;

 protected:
  /// Tells whoever else keeps the cgroup's values of those that are about to be written to its
  /// files, and, when that failed, of the old ones. Its failure is as if a file had refused.
  /// Nobody, here.
  virtual Result<void> tell_manager(const Settings&) { return {}; }

  /// Whose device programs a v2 cgroup may have before ours.
  virtual Earlier earlier_devices() const { return Earlier::Replace; }

  using Paths = std::vector<std::string>;

  /// The directories of `path` in `hierarchy`; those that were not there are appended to `made`.
  /// Whether the cgroup's own is new.
  Result<bool> make_directories(const Hierarchy& hierarchy, Paths& made);
  /// Makes the cgroup, which is there, fit for processes and limits.
  Result<void> prepare(const Hierarchy& hierarchy);
  /// Makes the delegated cgroup, if there is to be one.
  Result<void> make_delegated(const Hierarchy& hierarchy, Paths& made);
  /// The cgroup's own directory in `hierarchy`, below root().
  std::string directory(const Hierarchy& hierarchy) const;
  sys::FdRef root() const { return root_; }

 private:
  Result<void> make_in(const Hierarchy& hierarchy, Paths& made);
  // The hierarchy that is asked where one answer will do: who is in, freeze, signal.
  const Hierarchy& main() const;
  // The cgroup in each hierarchy that can freeze it, v2 first.
  std::vector<Freezer> freezers() const;
  Result<void> signal_all(int signal);
  Result<void> give_directory_to(uid_t uid, const std::string& directory);

  sys::FdRef root_;
  sys::Fd entry_;
};

}  // namespace hull::cgroup
