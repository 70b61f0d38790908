// SPDX-License-Identifier: Apache-2.0
#include "life/rdt.h"

#include "base/text.h"
#include "plan/rdt.h"
#include "spec/linux_rules.h"

namespace hull::life {
namespace {

host::RdtGroup group_of(const RecordedRdt& rdt) {
  return {.name = rdt.group, .is_own = rdt.own, .is_new = rdt.fresh, .monitor = rdt.monitor};
}

Result<sys::Fd> open_resctrl(const sys::Proc& proc) {
  auto found = TRY(host::find_resctrl(proc));
  if (!found) return Error::refused("/linux/intelRdt: no resctrl file system is mounted");
  return std::move(*found);
}

}  // namespace

Result<std::optional<ChosenRdt>> choose_rdt(const plan::Plan& plan, const sys::Proc& proc) {
  std::optional<ChosenRdt> chosen;
  if (!plan.rdt) return chosen;
  auto resctrl = TRY(open_resctrl(proc));
  auto group = TRY(host::choose_group(resctrl, *plan.rdt));
  chosen.emplace(std::move(resctrl), std::move(group));
  return chosen;
}

RecordedRdt recorded(const host::RdtGroup& group) {
  return {
      .group = group.name, .own = group.is_own, .fresh = group.is_new, .monitor = group.monitor};
}

Result<void> enter_rdt(const sys::Proc& proc, const Record& record, pid_t pid) {
  if (!record.rdt) return {};
  auto resctrl = TRY(host::find_resctrl(proc));
  if (!resctrl) return {};
  return host::follow_into_group(*resctrl, group_of(*record.rdt), pid);
}

Result<std::optional<host::RdtStats>> rdt_stats(const sys::Proc& proc, const Record& record) {
  std::optional<host::RdtStats> stats;
  if (!record.rdt) return stats;
  auto resctrl = TRY(host::find_resctrl(proc));
  if (resctrl) stats = TRY(host::read_rdt_stats(*resctrl, group_of(*record.rdt)));
  return stats;
}

Result<void> remove_rdt(const sys::Proc& proc, const Record& record) {
  if (!record.rdt) return {};
  auto resctrl = TRY(host::find_resctrl(proc));
  if (!resctrl) return {};
  return host::remove_group(*resctrl, group_of(*record.rdt));
}

Result<RdtUpdate> RdtUpdate::prepare(sys::Fd resctrl, const RecordedRdt& rdt,
                                     const spec::IntelRdt& asked) {
  RdtUpdate update;
  update.lines_ = plan::schema_lines(asked);
  update.group_.emplace(std::move(resctrl), group_of(rdt));
  update.before_ = TRY(host::read_schemata(update.group_->resctrl, update.group_->group));
  return update;
}

Result<void> RdtUpdate::write() {
  if (!group_) return {};
  auto written = host::write_schemata(group_->resctrl, group_->group, lines_);
  if (!written) {
    TRY(roll_back().context(written.error().message()));
    return written;
  }
  after_ = TRY(host::read_schemata(group_->resctrl, group_->group));
  return {};
}

Result<void> RdtUpdate::roll_back() {
  if (!group_) return {};
  std::vector<plan::RdtLine> old;
  for (const plan::RdtLine& line : lines_) {
    const std::string standing = host::standing_line(before_, line.text);
    if (!standing.empty()) old.push_back({line.origin, standing});
  }
  return host::write_schemata(group_->resctrl, group_->group, old)
      .context("the old schemata are not taken back");
}

cgroup::Changes RdtUpdate::changes() const {
  cgroup::Changes changes;
  // The kernel's text has blanks, zeros and the domains that were not named, too.
  auto shown = [&](const std::string& schemata, const plan::RdtLine& line) {
    return host::holds(schemata, line.text) ? line.text : host::standing_line(schemata, line.text);
  };
  for (const plan::RdtLine& line : lines_)
    changes.push_back({.pointer = line.origin,
                       .file = format("resctrl/{}/schemata", group_->group.name),
                       .before = shown(before_, line),
                       .asked = line.text,
                       .after = shown(after_, line)});
  return changes;
}

Result<RdtUpdate> prepare_rdt(const sys::Proc& proc, const Record& record,
                              const spec::IntelRdt& asked) {
  TRY(spec::check_intel_rdt(asked));
  const auto lines = plan::schema_lines(asked);
  if (lines.empty()) return RdtUpdate();
  if (!record.rdt)
    return Error::refused(
        format("{}: the container was made without intelRdt", lines.front().origin));
  auto resctrl = TRY(open_resctrl(proc));
  return RdtUpdate::prepare(std::move(resctrl), *record.rdt, asked);
}

}  // namespace hull::life
