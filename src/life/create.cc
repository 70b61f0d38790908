// SPDX-License-Identifier: Apache-2.0
#include "life/create.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "host/hooks.h"
#include "host/launch.h"
#include "host/schedule.h"
#include "host/seccomp.h"
#include "host/streams.h"
#include "inside/init.h"
#include "inside/stage.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/handover.h"
#include "life/made.h"
#include "life/readiness.h"
#include "life/undo.h"
#include "plan/annotations.h"
#include "spec/annotations.h"
#include "spec/codec.h"
#include "sys/file.h"
#include "sys/mount.h"

namespace hull::life {
namespace {

using sys::FdRef;

/// For init to hold, open for reading and writing: reading is to block while no `start` is there,
/// and what goes wrong after it is written for it to read.
Result<sys::Fd> make_fifo(const Directory& directory, const plan::Plan& plan) {
  if (::mkfifoat(directory.fd().number(), Directory::kFifo, 0622) < 0)
    return Error::system("mkfifo('exec.fifo')");
  // Nobody in a user namespace may trace init, whose memory is the host's until it executes.
  if (plan.in_user_namespace()) return sys::open_at(directory.fd(), Directory::kFifo, O_RDWR);
  // Through a read-only mount of its own, on which a fifo is written to all the same: who may trace
  // init would else have owner and mode of a file of the host's to change (EROFS now).
  auto tree = TRY(sys::Tree::clone(directory.fd(), "", sys::Recursive::No));
  TRY(sys::set_attributes(
      tree.root(), sys::Recursive::No,
      MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC, 0, 0));
  return sys::open_at(tree.root(), Directory::kFifo, O_RDWR);
}

/// What launching takes beside what was made.
Result<host::Launch> prepare(Log& log, Made& made, const Bundle& bundle, const sys::Proc& proc,
                             FdRef cgroup_root, std::vector<int> preserved) {
  const Record& record = made.record;
  host::Launch launch = {
      .plan = bundle.plan, .proc = proc, .cgroup_root = cgroup_root, .cgroup = *made.cgroup};
  if (made.rdt) launch.rdt = &*made.rdt;
  launch.filter = std::move(made.filter);
  launch.fifo = TRY(make_fifo(made.directory, bundle.plan));
  launch.failure = TRY(sys::duplicate(launch.fifo));
  TRY(host::shield_streams(bundle.plan, proc));
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

/// From the clone to a container on record. The child is ours to undo until the last line.
Result<Created> launch(Made& made, host::Launch launch, const CreateOptions& options,
                       Console console, const sys::Interruptible& interruptible) {
  Record& record = made.record;
  const sys::Proc& proc = launch.proc;
  const plan::Plan& plan = launch.plan;
  const host::Warner warn = launch.warn;
  const host::ListenerTaker take_listener = launch.take_listener;
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
  TRY(write_pid(launched.init.pid(), options.receivers));
  TRY(interruptible.check());
  Created created;
  created.console = std::move(launched.console);
  created.init = TRY(launched.release(take_listener));
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

  std::optional<Made> made = TRY(make(context, bundle, options, proc, cgroup_root));
  auto prepared = TRY(prepare(context.log, *made, bundle, proc, cgroup_root, std::move(preserved)));
  if (options.watch)
    prepared.take_listener = [&options](sys::Fd listener, pid_t) {
      return options.watch->take(std::move(listener));
    };
  auto oom = cgroup::OomWatch::start(cgroup_root, made->cgroup->location());
  auto created = launch(*made, std::move(prepared), options, console, interruptible);
  if (created) {
    made->keep();
    created->oom = std::move(oom);
    return created;
  }
  // While the cgroup is there to be asked.
  auto killed = explanation(oom);
  if (killed) created = std::move(created).context(*killed);
  // runtime.md, "Lifecycle" 3-5: what fails among the hooks goes on with destruction and poststop.
  const Record record = std::move(made->record);
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
