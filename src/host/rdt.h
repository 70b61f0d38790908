// SPDX-License-Identifier: Apache-2.0
// Groups of resctrl, by which cache and memory bandwidth are shared out (Intel RDT and its like;
// the kernel's Documentation/filesystems/resctrl.rst). What is done to its files is given the mount
// as a descriptor, so that a test can hand in a plain directory. Host side.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::host {

/// The group of one container.
struct RdtGroup {
  /// A directory of the mount; "/" is the default group, the mount itself.
  std::string name;
  /// It is the container's alone, and goes with it.
  bool is_own = false;
  /// Others may use it by its name, but it was not there before: it goes if the container is never
  /// finished, and nobody else has come.
  bool is_new = false;
  /// The monitoring group below it, which goes with the container; empty: none.
  std::string monitor;

  /// Where in resctrl the container's processes are counted: its monitoring group, or its group.
  std::string monitoring_directory() const;
};

/// The directory that a mountinfo (proc_pid_mountinfo(5)) says resctrl is mounted on.
std::optional<std::string> resctrl_path(std::string_view mountinfo);
/// The mount of resctrl, nothing when there is none in our mount namespace. Fails when another
/// mount covers it.
Result<std::optional<sys::Fd>> find_resctrl(const sys::Proc& proc);

/// The group that a container is to have. Changes nothing, and refuses what config-linux.md,
/// "IntelRdt", wants to be an error: a group that has other schemas than those asked for, and one
/// that is named, without a schema to make it with, and is not there. A group of the container's
/// name that is there already is used and stays, as a named one.
Result<RdtGroup> choose_group(sys::FdRef resctrl, const plan::Rdt& rdt);

/// Makes the directories that are missing. When not all could be made, none is left.
Result<void> make_group(sys::FdRef resctrl, const RdtGroup& group);
/// Writes the lines, one write each, in their order. Fails with the pointer of the one refused, and
/// resctrl's own words on it (info/last_cmd_status).
Result<void> write_schemata(sys::FdRef resctrl, const RdtGroup& group,
                            const std::vector<plan::RdtLine>& lines);
/// Puts the process into the group and its monitoring group. Its children will be there too.
Result<void> enter_group(sys::FdRef resctrl, const RdtGroup& group, pid_t pid);
/// The same for a later process of the container. What has been removed meanwhile is passed over:
/// the kernel has moved the others out of it too.
Result<void> follow_into_group(sys::FdRef resctrl, const RdtGroup& group, pid_t pid);
/// Removes what is the container's, as far as it is there; see the members of RdtGroup.
Result<void> remove_group(sys::FdRef resctrl, const RdtGroup& group);

/// What stands in a group's schemata for the resource that `line` is about ("L3"), without the
/// blanks that align it; "" when it has none.
std::string standing_line(std::string_view schemata, std::string_view line);
/// Whether `schemata` gives every domain that `line` names the value that it has there; leading
/// zeros, "0x" and the case of letters aside. For memory bandwidth the kernel rounds what is
/// written up to a multiple of `granularity`, and both are that value.
bool holds(std::string_view schemata, std::string_view line, std::uint64_t granularity = 1);
/// The steps of memory bandwidth, 1 when resctrl has or says none.
std::uint64_t bandwidth_granularity(sys::FdRef resctrl);
/// The text of the group's schemata.
Result<std::string> read_schemata(sys::FdRef resctrl, const RdtGroup& group);

/// The group of a container that is being made: removed on destruction unless kept.
class RdtLease {
 public:
  RdtLease(RdtLease&&) = default;
  RdtLease& operator=(RdtLease&&) = delete;
  ~RdtLease();

  /// Makes the group and writes its schemata.
  static Result<RdtLease> make(sys::Fd resctrl, RdtGroup group,
                               const std::vector<plan::RdtLine>& lines);
  Result<void> enter(pid_t pid) const { return enter_group(resctrl_, group_, pid); }
  void keep() { resctrl_ = sys::Fd(); }

 private:
  RdtLease(sys::Fd resctrl, RdtGroup group)
      : resctrl_(std::move(resctrl)), group_(std::move(group)) {}
  sys::Fd resctrl_;
  RdtGroup group_;
};

}  // namespace hull::host
