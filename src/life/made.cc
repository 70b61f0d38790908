// SPDX-License-Identifier: Apache-2.0
#include "life/made.h"

#include <sched.h>

#include <cerrno>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/device_rules.h"
#include "cgroup/open.h"
#include "host/seccomp.h"
#include "life/kept.h"
#include "life/rdt.h"
#include "life/readiness.h"
#include "plan/exec.h"
#include "sys/clock.h"
#include "sys/file.h"

namespace hull::life {
namespace {

using sys::FdRef;

Record intent(const Bundle& bundle, const CreateOptions& options) {
  Record record;
  record.id = bundle.plan.id;
  record.oci_version = bundle.config.oci_version;
  record.bundle = bundle.plan.bundle;
  record.config = options.config;
  record.rootfs = bundle.plan.rootfs.path;
  record.created = sys::rfc3339_now();
  record.annotations = bundle.config.annotations;
  record.cgroup = recorded(bundle.cgroup);
  record.resources = bundle.plan.resources;
  record.own_pid_namespace = bundle.plan.namespaces.creates(CLONE_NEWPID);
  record.has_process = bundle.plan.process.has_value();
  record.poststart = bundle.plan.hooks.poststart;
  record.poststop = bundle.plan.hooks.poststop;
  return record;
}

Kept kept_of(const Bundle& bundle, const CreateOptions& options) {
  return {.config = plan::exec_part(bundle.config),
          .no_new_keyring = options.no_new_keyring,
          .has_paths = true};
}

Result<void> make_cgroup(Made& made, Bundle& bundle, FdRef cgroup_root) {
  made.cgroup = TRY(cgroup::open(cgroup_root, bundle.cgroup, std::move(bundle.systemd)));
  auto lease = TRY(cgroup::Lease::make(*made.cgroup));
  made.lease.emplace(std::move(lease));
  TRY(made.cgroup->apply(bundle.plan.resources));
  if (bundle.plan.cgroup_owner) TRY(made.cgroup->give_to(*bundle.plan.cgroup_owner));
  return {};
}

Result<void> make_rdt(Made& made, ChosenRdt chosen, const plan::Rdt& rdt) {
  auto lease =
      TRY(host::RdtLease::make(std::move(chosen.resctrl), std::move(chosen.group), rdt.lines));
  made.rdt.emplace(std::move(lease));
  return {};
}

/// Before there is anything of the container but its directory: a profile can be refused.
Result<seccomp::Program> make_filter(Context& context, const plan::Plan& plan) {
  if (!plan.process || !plan.seccomp) return seccomp::Program();
  auto filter = TRY(host::make_filter(*plan.seccomp, {context.root, context.build}));
  context.log.warnings(filter.warnings);
  return std::move(filter.program);
}

}  // namespace

void Made::keep() {
  lease->keep();
  if (rdt) rdt->keep();
  directory.keep();
}

Result<CreateOptions> enter_bundle(CreateOptions options) {
  auto here = TRY(sys::working_directory());
  Receivers& receivers = options.receivers;
  for (std::string* given :
       {&options.config, &receivers.console_socket, &receivers.pid_file, &receivers.pidfd_socket})
    if (!given->empty()) *given = path::join(here, *given);
  options.bundle = path::clean(path::join(here, options.bundle));
  TRY(sys::change_directory(options.bundle).context("--bundle"));
  return options;
}

Result<void> check_unused(const Context& context, const std::string& id) {
  auto existing = TRY(Directory::find(context, id));
  if (existing) return Error::refused("container with given ID already exists");
  return {};
}

Result<Made> make(Context& context, Bundle& bundle, const CreateOptions& options,
                  const sys::Proc& proc, FdRef cgroup_root) {
  auto rdt = TRY(choose_rdt(bundle.plan, proc));
  // From here on there is something to undo, and the record says what before it is there.
  auto directory = TRY(Directory::make(context, options.id));
  Made made = {.record = intent(bundle, options), .directory = std::move(directory)};
  if (rdt) made.record.rdt = recorded(rdt->group);
  TRY(made.directory.write(made.record));
  TRY(make_socket_directory(made.directory, bundle.plan));
  made.filter = TRY(make_filter(context, bundle.plan));
  if (bundle.config.process)
    TRY(keep_for_exec(made.directory, kept_of(bundle, options), made.filter));
  if (rdt) TRY(make_rdt(made, std::move(*rdt), *bundle.plan.rdt));
  TRY(make_cgroup(made, bundle, cgroup_root));
  return made;
}

Result<void> restrict_devices(const Made& made, const plan::Plan& plan, const host::Warner& warn) {
  const std::vector<spec::DeviceRule>& rules = plan.resources.devices;
  auto restricted = made.cgroup->restrict_devices(rules);
  if (restricted || !plan.bind_devices || !restricted.error().is(EPERM)) return restricted;
  if (auto denial = cgroup::particular_denial(rules))
    return std::move(restricted).context(format("/linux/resources/devices/{}", *denial));
  if (!rules.empty())
    warn(
        "/linux/resources/devices: the caller may not enforce rules; there are the nodes that are "
        "bound");
  return {};
}

}  // namespace hull::life
