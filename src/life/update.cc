// SPDX-License-Identifier: Apache-2.0
#include "life/update.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "cgroup/device_rules.h"
#include "cgroup/merged.h"
#include "life/container.h"
#include "life/rdt.h"
#include "spec/codec.h"
#include "spec/resources_rules.h"
#include "sys/interrupt.h"

namespace hull::life {
namespace {

constexpr std::string_view kPointer = "/linux/resources";

/// No cgroup is fine when all that is asked for is a part of caches and memory bandwidth.
Result<void> check_has_cgroup(const Container& container, const spec::Resources& resources,
                              const RdtUpdate& shares) {
  if (container.cgroup() != nullptr) return {};
  const bool asks_for_limits = spec::encode(resources) != spec::encode(spec::Resources());
  if (!asks_for_limits && !shares.is_empty()) return {};
  const std::string& lack = container.record().cgroup.lack;
  if (!lack.empty()) return Error::refused("container has no cgroup: " + lack);
  return Error::refused("container has no cgroup: it was created with --cgroup-manager=disabled");
}

Result<cgroup::Changes> update_cgroup(cgroup::Cgroup* cgroup, const spec::Resources& asked,
                                      cgroup::Mode mode) {
  if (cgroup == nullptr) return cgroup::Changes();
  return cgroup->update(asked, mode);
}

// Managers send the rules of create along with every update.
Result<void> pass_over_devices(Context& context, const Record& record,
                               const spec::Resources& asked) {
  TRY(cgroup::device_policy(asked.devices));
  const bool is_other = spec::encode(asked.devices) != spec::encode(record.resources.devices);
  if (!asked.devices.empty() && is_other)
    context.log.warning("devices: update leaves the rules as create made them");
  return {};
}

}  // namespace

Result<cgroup::Changes> update(Context& context, const std::string& id,
                               const spec::Resources& resources, const spec::IntelRdt& rdt,
                               cgroup::Mode mode) {
  TRY(spec::check_resources(resources, kPointer));
  auto container = TRY(Container::open(context, id, Lock::Yes));
  TRY(container.check_alive());
  Record record = container.record();
  TRY(pass_over_devices(context, record, resources));
  spec::Resources asked = resources;
  if (!asked.memory.check_before_update)
    asked.memory.check_before_update = record.resources.memory.check_before_update;
  // All or nothing: nothing ends us between the first write and the record.
  sys::Interruptible interruptible;
  auto shares = TRY(prepare_rdt(container.proc(), record, rdt));
  TRY(check_has_cgroup(container, resources, shares));
  if (mode == cgroup::Mode::Write) TRY(shares.write());
  auto limits = update_cgroup(container.cgroup(), asked, mode);
  if (!limits && mode == cgroup::Mode::Write)
    TRY(shares.roll_back().context(limits.error().message()));
  auto changes = TRY(std::move(limits));
  std::ranges::move(shares.changes(), std::back_inserter(changes));
  if (mode == cgroup::Mode::Try) return changes;
  record.resources = cgroup::merged(std::move(record.resources), resources);
  TRY(container.directory().write(record).context("the new limits hold, but are not on record"));
  interruptible.keep();
  return changes;
}

}  // namespace hull::life
