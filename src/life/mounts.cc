// SPDX-License-Identifier: Apache-2.0
#include "life/mounts.h"

#include <unistd.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "host/facts.h"
#include "host/live_mounts.h"
#include "inside/live_mounts.h"
#include "life/container.h"
#include "life/document.h"
#include "life/kept.h"
#include "plan/live_mounts.h"
#include "sys/interrupt.h"
#include "sys/task.h"

namespace hull::life {
namespace {

/// plan::plan_added_mounts or plan::plan_removed_mounts.
using Planner = Result<plan::Planned> (*)(const spec::Config& part, const plan::Options& options,
                                          const plan::Facts& facts);

/// By what was kept of the container's configuration.
Result<plan::Plan> make_plan(Context& context, Container& container, std::vector<spec::Mount> list,
                             Planner planner) {
  auto kept = TRY(read_kept(container.directory()));
  if (!kept.has_paths)
    return Error::refused("the container was made by an older hull, which kept too little of it");
  kept.config.root.path = container.record().rootfs;
  kept.config.mounts = std::move(list);
  auto process_facts = TRY(host::gather_process_facts(container.proc()));
  process_facts.own_by_path =
      host::own_by_path(container.proc(), kept.config.linux_section.namespaces);
  const auto facts =
      host::gather_facts(std::move(process_facts), location_of(container.record().cgroup));
  const plan::Options asked = {.id = container.id(), .bundle = container.record().bundle};
  auto planned = TRY(planner(kept.config, asked, facts));
  context.log.warnings(planned.warnings);
  return std::move(planned.plan);
}

/// Until its process is executed, init is nobody's to look into but root's: an ordinary user can
/// enter none of its namespaces.
Result<void> explain(Result<void> changed, const Container& container) {
  if (changed || (!changed.error().is(EPERM) && !changed.error().is(EACCES))) return changed;
  auto status = TRY(container.status());
  if (status != Status::Created || ::geteuid() == 0) return changed;
  return std::move(changed).error().hint("start it first: only root can enter what is created");
}

Result<void> change(Context& context, const std::string& id, const std::string& file,
                    Planner planner, host::Changer inside) {
  std::vector<std::string> warnings;
  auto list = TRY(read_document<std::vector<spec::Mount>>(file, warnings));
  context.log.warnings(warnings);
  auto container = TRY(Container::open(context, id, Lock::Yes));
  TRY(container.check_alive());
  auto plan =
      TRY(make_plan(context, container, std::move(list), planner).context(document_name(file)));
  // All or nothing: nothing ends us half-way.
  sys::Interruptible interruptible;
  // As at create: each tree is a descriptor.
  TRY(sys::raise_descriptor_limit());
  auto changed = host::change_mounts(
      {.plan = plan, .proc = container.proc(), .init = *container.init()}, inside);
  TRY(explain(std::move(changed), container));
  interruptible.keep();
  return {};
}

}  // namespace

Result<void> add_mounts(Context& context, const std::string& id, const std::string& file) {
  return change(context, id, file, &plan::plan_added_mounts, &inside::add_mounts);
}

Result<void> remove_mounts(Context& context, const std::string& id, const std::string& file) {
  return change(context, id, file, &plan::plan_removed_mounts, &inside::remove_mounts);
}

}  // namespace hull::life
