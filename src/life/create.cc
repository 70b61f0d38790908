// SPDX-License-Identifier: Apache-2.0
#include "life/create.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/device_rules.h"
#include "cgroup/open.h"
#include "host/hooks.h"
#include "host/launch.h"
#include "host/schedule.h"
#include "host/seccomp.h"
#include "inside/init.h"
#include "inside/stage.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/handover.h"
#include "life/kept.h"
#include "life/rdt.h"
#include "life/readiness.h"
#include "life/record.h"
#include "life/undo.h"
#include "plan/annotations.h"
#include "plan/exec.h"
#include "spec/annotations.h"
#include "spec/codec.h"
#include "sys/clock.h"
#include "sys/file.h"

namespace hull::life {
namespace {

using sys::FdRef;

/// Paths as the user wrote them mean the caller's directory; ours becomes the bundle, where hooks
/// run.
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

Record intent(const Bundle& bundle) {
  Record record;
  record.id = bundle.plan.id;
  record.oci_version = bundle.config.oci_version;
  record.bundle = bundle.plan.bundle;
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

Result<sys::Fd> make_fifo(const Directory& directory) {
  if (::mkfifoat(directory.fd().number(), Directory::kFifo, 0622) < 0)
    return Error::system("mkfifo('exec.fifo')");
  // For writing too, or reading would not block while no `start` is there.
  return sys::open_at(directory.fd(), Directory::kFifo, O_RDWR);
}

/// Early, for the better message: the directory itself decides.
Result<void> check_unused(const Context& context, const std::string& id) {
  auto existing = TRY(Directory::find(context, id));
  if (existing) return Error::refused("container with given ID already exists");
  return {};
}

/// What undoes itself on the way back, innermost last.
struct Made {
  Directory directory;
  std::optional<host::RdtLease> rdt;
  std::unique_ptr<cgroup::Cgroup> cgroup;
  std::optional<cgroup::Lease> lease;
};

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

/// What launching takes beside what was made.
Result<host::Launch> prepare(Log& log, const Made& made, const Bundle& bundle, const Record& record,
                             const sys::Proc& proc, std::vector<int> preserved) {
  host::Launch launch = {.plan = bundle.plan, .proc = proc, .cgroup = *made.cgroup};
  if (made.rdt) launch.rdt = &*made.rdt;
  launch.fifo = TRY(make_fifo(made.directory));
  launch.failure = TRY(sys::open_at(made.directory.fd(), Directory::kFailure,
                                    O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0600));
  launch.hook_files = TRY(host::open_hook_files(bundle.plan.hook_paths));
  launch.preserved = std::move(preserved);
  launch.descriptor_limit = TRY(sys::raise_descriptor_limit());
  launch.take_listener = [&bundle, &record](sys::Fd listener, pid_t pid) {
    const spec::ContainerProcessState state = {.oci_version = record.oci_version,
                                               .fds = {"seccompFd"},
                                               .pid = pid,
                                               .metadata = bundle.plan.seccomp->listener_metadata,
                                               .state = document(record, "creating", pid)};
    return host::send_listener(*bundle.plan.seccomp, listener, state);
  };
  launch.state = [&record](std::string_view status, pid_t pid) {
    return document(record, status, pid);
  };
  launch.warn = [&log](std::string_view warning) { log.warning(warning); };
  return launch;
}

/// Who has no device nodes made for them, and may load no program for a cgroup either, does
/// without: the container has the nodes that are bound, no more. What cannot be meant to be given
/// up is refused.
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

/// From the clone to a container on record. The child is ours to undo until the last line.
Result<Created> launch(const Made& made, Record& record, host::Launch launch,
                       const CreateOptions& options, Console console,
                       const sys::Interruptible& interruptible) {
  const sys::Proc& proc = launch.proc;
  const plan::Plan& plan = launch.plan;
  const host::Warner warn = launch.warn;
  const std::optional<plan::Process>& process = launch.plan.process;
  auto launched = TRY(host::launch(std::move(launch), &inside::init, &inside::stage));
  TRY(made.cgroup->settle());
  if (process) TRY(host::set_scheduling(*process, launched.init.pid()));
  auto started = TRY(sys::start_time(proc, launched.init.pid()));
  // Not before init has made the nodes, which the rules may deny it.
  TRY(restrict_devices(made, plan, warn));
  if (record.rdt) record.rdt->fresh = false;
  record.init = RecordedInit{launched.init.pid(), started.value_or(0)};
  TRY(made.directory.write(record));
  TRY(send_out(launched, options.receivers, console));
  TRY(write_pid(launched, options.receivers));
  TRY(interruptible.check());
  Created created;
  created.console = std::move(launched.console);
  created.init = TRY(launched.release());
  return created;
}

}  // namespace

Result<Created> create_container(Context& context, const CreateOptions& given, Console console,
                                 const sys::Interruptible& interruptible) {
  TRY(check_unused(context, given.id));
  auto preserved = TRY(preserved_descriptors(given.preserve_fds));
  auto options = TRY(enter_bundle(given));
  auto proc = TRY(sys::Proc::open());
  auto cgroup_root =
      TRY(sys::open_at(FdRef::cwd(), std::string(cgroup::kMountPoint), O_PATH | O_DIRECTORY));
  auto bundle = TRY(read_bundle(context, options, console, proc, cgroup_root));
  options.receivers.pidfd_receiver =
      TRY(plan::annotated_path(bundle.config.annotations, spec::annotations::kPidfdReceiver));
  offer_socket(context, bundle);
  if (options.watch) bundle.plan.seccomp = options.watch->profile;
  TRY(sys::open_at(FdRef::cwd(), bundle.plan.rootfs.path, O_PATH | O_DIRECTORY)
          .context("/root/path"));

  auto rdt = TRY(choose_rdt(bundle.plan, proc));

  // From here on there is something to undo, and the record says what before it is there.
  auto directory = TRY(Directory::make(context, options.id));
  std::optional<Made> made = Made{.directory = std::move(directory)};
  Record record = intent(bundle);
  if (rdt) record.rdt = recorded(rdt->group);
  TRY(made->directory.write(record));
  TRY(make_socket_directory(made->directory, bundle.plan));
  auto filter = TRY(make_filter(context, bundle.plan));
  if (bundle.config.process) TRY(keep_for_exec(made->directory, kept_of(bundle, options), filter));
  if (rdt) TRY(make_rdt(*made, std::move(*rdt), *bundle.plan.rdt));
  TRY(make_cgroup(*made, bundle, cgroup_root));
  auto prepared = TRY(prepare(context.log, *made, bundle, record, proc, std::move(preserved)));
  prepared.filter = std::move(filter);
  if (options.watch)
    prepared.take_listener = [&options](sys::Fd listener, pid_t) {
      return options.watch->take(std::move(listener));
    };
  auto oom = cgroup::OomWatch::start(cgroup_root, made->cgroup->location());
  auto created = launch(*made, record, std::move(prepared), options, console, interruptible);
  if (created) {
    made->lease->keep();
    if (made->rdt) made->rdt->keep();
    made->directory.keep();
    created->oom = std::move(oom);
    return created;
  }
  // While the cgroup is there to be asked.
  auto killed = explanation(oom);
  if (killed) created = std::move(created).context(*killed);
  // runtime.md, "Lifecycle" 3-5: what fails among the hooks goes on with destruction and poststop.
  made.reset();
  run_poststop(context, record);
  return created;
}

std::optional<std::string> explanation(cgroup::OomWatch& oom) {
  auto seen = oom.look();
  return seen ? cgroup::explain(*seen) : std::nullopt;
}

Result<void> create(Context& context, const CreateOptions& options) {
  sys::Interruptible interruptible;
  TRY(create_container(context, options, Console::Socket, interruptible));
  interruptible.keep();
  return {};
}

}  // namespace hull::life
