// SPDX-License-Identifier: Apache-2.0
// A container's group of resctrl over its life: chosen, on record, entered, changed, removed. Host
// side.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "cgroup/transaction.h"
#include "host/rdt.h"
#include "host/rdt_stats.h"
#include "life/record.h"
#include "plan/plan.h"
#include "sys/proc.h"

namespace hull::life {

/// What is to be made, and where.
struct ChosenRdt {
  sys::Fd resctrl;
  host::RdtGroup group;
};

/// Nothing when the plan has none. Changes nothing; refuses a host without a mounted resctrl.
Result<std::optional<ChosenRdt>> choose_rdt(const plan::Plan& plan, const sys::Proc& proc);

RecordedRdt recorded(const host::RdtGroup& group);

/// Puts one more process of a container into its group, if it has one that is still there.
Result<void> enter_rdt(const sys::Proc& proc, const Record& record, pid_t pid);

/// What resctrl tells of its group; nothing for a container without one, and when resctrl is no
/// longer mounted.
Result<std::optional<host::RdtStats>> rdt_stats(const sys::Proc& proc, const Record& record);

/// Removes what of the group is the container's; also one that was not finished. What is no longer
/// there, or no longer mounted, is fine.
Result<void> remove_rdt(const sys::Proc& proc, const Record& record);

/// New lines for the schemata of a container's group, in the order of writing. All or nothing: when
/// one is refused, those before it are taken back.
class RdtUpdate {
 public:
  /// With nothing asked for.
  RdtUpdate() = default;
  /// Takes the schemas of `asked`, which are checked, and reads what stands there.
  static Result<RdtUpdate> prepare(sys::Fd resctrl, const RecordedRdt& rdt,
                                   const spec::IntelRdt& asked);
  bool is_empty() const { return lines_.empty(); }
  Result<void> write();
  Result<void> roll_back();
  /// What is there, what was asked for, and, when written, what is there now.
  cgroup::Changes changes() const;

 private:
  std::optional<ChosenRdt> group_;
  std::vector<plan::RdtLine> lines_;
  std::string before_;
  std::string after_;
};

/// The update of a container's group; nothing is looked at when nothing is asked for. Refuses what
/// spec/rules would, and a container without a group.
Result<RdtUpdate> prepare_rdt(const sys::Proc& proc, const Record& record,
                              const spec::IntelRdt& asked);

}  // namespace hull::life
