// SPDX-License-Identifier: Apache-2.0
#include "life/restore.h"

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "base/text.h"
#include "host/hooks.h"
#include "life/attend.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/create.h"
#include "life/delete.h"
#include "life/handover.h"
#include "life/made.h"
#include "life/outside.h"
#include "life/rdt.h"
#include "life/readiness.h"
#include "life/start.h"
#include "life/undo.h"
#include "plan/idmaps.h"
#include "spec/codec.h"
#include "sys/clone.h"
#include "sys/file.h"
#include "sys/task.h"

namespace hull::life {
namespace {

using sys::Fd;
using sys::FdRef;

/// A restore under way: what its steps work on.
struct Restoring {
  Context& context;
  Made& made;
  const plan::Plan& plan;
  const sys::Proc& proc;
  const Receivers& receivers;
  Console console_for;
  const sys::Interruptible& interruptible;
  /// Our child: killed unless kept.
  sys::Child init;
  Fd console;
};

/// The namespaces are there, and whoever configures them (the network's manager) has its turn.
Result<void> run_runtime_hooks(const Restoring& under_way, pid_t pid) {
  const spec::Hooks& hooks = under_way.plan.hooks;
  if (!under_way.plan.has_runtime_hooks()) return {};
  auto files = TRY(host::open_hook_files(under_way.plan.hook_paths));
  const std::string state = spec::encode(document(under_way.made.record, "creating", pid));
  TRY(host::run_hooks("prestart", hooks.prestart, state, files));
  return host::run_hooks("createRuntime", hooks.create_runtime, state, files);
}

/// All processes are there, and stopped: the moment to confine them and to put them on record.
Result<void> take_over(Restoring& under_way, pid_t pid) {
  Made& made = under_way.made;
  auto init = TRY(sys::Process::open(pid));
  under_way.init = sys::Child(std::move(init));
  auto started = TRY(sys::start_time(under_way.proc, pid));
  TRY(made.cgroup->settle());
  if (made.rdt) TRY(made.rdt->enter(pid));
  TRY(restrict_devices(made, under_way.plan, [&under_way](std::string_view warning) {
    under_way.context.log.warning(warning);
  }));
  if (made.record.rdt) made.record.rdt->fresh = false;
  made.record.init = RecordedInit{pid, started.value_or(0)};
  return made.directory.write(made.record);
}

Result<void> take_console(Restoring& under_way, std::vector<Fd> passengers) {
  if (passengers.size() != 1) return Error::refused("criu sent no terminal");
  if (under_way.console_for == Console::Caller) {
    under_way.console = std::move(passengers.front());
    return {};
  }
  return send_console(passengers.front(), "/dev/pts/0", under_way.receivers);
}

Result<void> step(Restoring& under_way, const criu::Response& answer, std::vector<Fd> passengers) {
  TRY(under_way.interruptible.check());
  if (answer.step == "setup-namespaces") return run_runtime_hooks(under_way, answer.step_pid);
  if (answer.step == "post-restore") return take_over(under_way, answer.step_pid);
  if (answer.step == "orphan-pts-master") return take_console(under_way, std::move(passengers));
  return {};
}

/// CRIU puts the processes into the container's cgroup, wherever they were at the dump, unless it
/// is to ignore cgroups: then they stay where it is itself. It is born there in any case, so that
/// who deletes what a killed restore has left ends its helpers too.
Result<void> choose_cgroup(criu::Options& options, criu::Surroundings& surroundings,
                           cgroup::Cgroup& cgroup) {
  const cgroup::Location& location = cgroup.location();
  if (location.driver == cgroup::Driver::Disabled) {
    options.cgroup_mode = criu::CgroupMode::Ignore;
    return {};
  }
  if (options.cgroup_mode != criu::CgroupMode::Ignore)
    options.cgroup_root = location.home();
  else if (location.layout.has_legacy())
    return Error::refused("--manage-cgroups-mode=ignore: needs a host with cgroup v2 alone");
  surroundings.cgroup = TRY(cgroup.entry());
  return {};
}

/// From what was made to processes that run.
Result<void> bring_back(Restoring& under_way, const RestoreOptions& asked, const Images& images) {
  const plan::Plan& plan = under_way.plan;
  criu::Options options = asked.images.criu;
  criu::Surroundings surroundings = {.keeps_streams = options.shell_job, .root = plan.rootfs.path};
  auto passed = TRY(give_outside(options, plan, images, under_way.proc));
  for (const Fd& fd : passed) surroundings.descriptors.push_back(fd.number());
  if (auto group = plan::host_id(plan.id_maps.gids, 0))
    TRY(open_to_group(images, *group).context("--image-path"));
  options.root = plan.rootfs.path;
  options.config_file = criu_configuration(under_way.made.record.annotations);
  options.notify = options.orphan_pts_master = options.sibling = true;
  TRY(choose_cgroup(options, surroundings, *under_way.made.cgroup));
  TRY(have_done(under_way.context, std::move(surroundings), criu::Action::Restore,
                std::move(options), images,
                [&under_way](const criu::Response& answer, std::vector<Fd> passengers) {
                  return step(under_way, answer, std::move(passengers));
                }));
  if (!under_way.init.is_running()) return Error::refused("criu has told of no restored process");
  TRY(send_pidfd(under_way.init.process(), under_way.receivers));
  return write_pid(under_way.init.pid(), under_way.receivers);
}

Result<Created> restore_and_tell(Restoring& under_way, const RestoreOptions& asked,
                                 const Images& images) {
  TRY(bring_back(under_way, asked, images));
  TRY(run_poststart(under_way.made.record));
  TRY(say_ready(under_way.context, under_way.made.directory,
                asked.detach ? under_way.init.pid() : ::getpid(), asked.detach));
  TRY(under_way.interruptible.check());
  return Created{.init = under_way.init.keep(), .console = std::move(under_way.console)};
}

Result<Created> restore_container(Context& context, const RestoreOptions& asked, Console console,
                                  const sys::Interruptible& interruptible) {
  TRY(check_unused(context, asked.create.id));
  auto images = TRY(open_images(asked.images, ImagesAre::There));
  auto options = TRY(enter_bundle(asked.create));
  auto proc = TRY(sys::Proc::open());
  auto cgroup_root =
      TRY(sys::open_at(FdRef::cwd(), std::string(cgroup::kMountPoint), O_PATH | O_DIRECTORY));
  auto bundle = TRY(read_bundle(context, options, console, proc, cgroup_root));
  offer_socket(context, bundle);
  if (bundle.plan.namespaces.joins(CLONE_NEWPID))
    context.log.warning(
        "/linux/namespaces: the pid namespace is joined, and the processes in it see CRIU's until "
        "those are confined");
  std::optional<Made> made = TRY(make(context, bundle, options, proc, cgroup_root));
  auto oom = cgroup::OomWatch::start(cgroup_root, made->cgroup->location());
  Restoring under_way = {.context = context,
                         .made = *made,
                         .plan = bundle.plan,
                         .proc = proc,
                         .receivers = options.receivers,
                         .console_for = console,
                         .interruptible = interruptible};
  auto created = restore_and_tell(under_way, asked, images);
  if (created) {
    made->keep();
    created->oom = std::move(oom);
    return created;
  }
  const Record record = std::move(made->record);
  under_way.init = sys::Child();
  made.reset();
  run_poststop(context, record);
  return created;
}

Result<int> restore_detached(Context& context, const RestoreOptions& options) {
  sys::Interruptible interruptible;
  TRY(restore_container(context, options, Console::Socket, interruptible));
  interruptible.keep();
  return 0;
}

/// Signals are kept waiting all along, and come to `attend` when the container is there.
Result<Created> restore_attached(Context& context, const RestoreOptions& options) {
  sys::Interruptible interruptible;
  const Console console =
      options.create.receivers.console_socket.empty() ? Console::Caller : Console::Socket;
  return restore_container(context, options, console, interruptible);
}

Result<int> restore_foreground(Context& context, const RestoreOptions& options) {
  if (!options.no_subreaper) TRY(sys::become_subreaper());
  auto signals = TRY(Signals::take());
  auto created = TRY(restore_attached(context, options));
  auto relay = TRY(relay_of(created));
  auto code = attend(context, format("restore '{}'", options.create.id), created, signals,
                     std::move(relay));
  auto gone = destroy(context, options.create.id, Force::Yes);
  if (code && !gone) return std::move(gone).error();
  return code;
}

}  // namespace

Result<int> restore(Context& context, const RestoreOptions& options) {
  return options.detach ? restore_detached(context, options) : restore_foreground(context, options);
}

}  // namespace hull::life
