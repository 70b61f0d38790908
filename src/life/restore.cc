// SPDX-License-Identifier: Apache-2.0
#include "life/restore.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <string>
#include <utility>

#include "base/mountinfo.h"
#include "base/path.h"
#include "base/text.h"
#include "host/hooks.h"
#include "life/attend.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/create.h"
#include "life/delete.h"
#include "life/handover.h"
#include "life/made.h"
#include "life/rdt.h"
#include "life/readiness.h"
#include "life/undo.h"
#include "plan/external_mounts.h"
#include "plan/idmaps.h"
#include "spec/codec.h"
#include "sys/file.h"
#include "sys/namespace.h"
#include "sys/open.h"
#include "sys/task.h"

namespace hull::life {
namespace {

using sys::Fd;
using sys::FdRef;

/// Descriptors that CRIU's process shares, and what it takes for them.
struct Passed {
  std::vector<Fd> fds;
  std::vector<criu::InheritedFd> keys;

  void add(std::string key, Fd fd) {
    keys.push_back({std::move(key), fd.number()});
    fds.push_back(std::move(fd));
  }
  std::vector<int> numbers() const {
    std::vector<int> numbers;
    for (const Fd& fd : fds) numbers.push_back(fd.number());
    return numbers;
  }
};

/// As create has it, the process may open its streams again. In a user namespace CRIU does so
/// itself, with the rights of its root there, which is not a root to ids that are not mapped.
void give_to_process(FdRef stream, const plan::Plan& plan) {
  if (!plan.process) return;
  uid_t uid = plan.process->uid;
  auto gid = static_cast<gid_t>(-1);
  if (!plan.id_maps.empty()) {
    uid = plan::host_id(plan.id_maps.uids, uid).value_or(static_cast<uid_t>(-1));
    gid = plan::host_id(plan.id_maps.gids, 0).value_or(static_cast<gid_t>(-1));
  }
  // Devices are everybody's, and what strangers own stays theirs.
  struct stat st = {};
  if (::fstat(stream.number(), &st) < 0 || S_ISCHR(st.st_mode)) return;
  if (::fchown(stream.number(), uid, gid) < 0) return;
}

/// Our streams in the place of those of the images.
Result<void> pass_streams(Passed& passed, const StreamKeys& keys, const plan::Plan& plan) {
  for (std::size_t number = 0; number < keys.size(); ++number) {
    if (keys[number].empty()) continue;
    auto stream = TRY(sys::duplicate(FdRef(static_cast<int>(number))));
    give_to_process(stream, plan);
    passed.add(keys[number], std::move(stream));
  }
  return {};
}

/// Namespaces that the configuration has by their files. CRIU holds those of the network and of
/// pids to be outside, and enters the others.
Result<void> pass_namespaces(Passed& passed, criu::Options& options,
                             const plan::Namespaces& namespaces) {
  for (const auto& [type, path] : namespaces.join) {
    if (type == CLONE_NEWNET || type == CLONE_NEWPID) {
      auto file = TRY(sys::open_namespace(path, type).context("/linux/namespaces"));
      passed.add(std::string(type == CLONE_NEWNET ? kJoinedNetwork : kJoinedPids), std::move(file));
    } else {
      options.joined.push_back({sys::namespace_name(static_cast<std::uint64_t>(type)), path});
    }
  }
  return {};
}

/// The plan's nearest other mount above `mount`, or null.
const plan::Mount* parent_of(const plan::Plan& plan, const plan::Mount& mount) {
  const plan::Mount* nearest = nullptr;
  for (const plan::Mount& other : plan.mounts)
    if (other.destination != mount.destination && other.kind != plan::MountKind::Attributes &&
        path::is_within(mount.destination, other.destination) &&
        (nearest == nullptr || other.destination.size() > nearest->destination.size()))
      nearest = &other;
  return nearest;
}

Result<sys::Make> kind_of(const plan::Mount& mount) {
  if (mount.kind != plan::MountKind::Bind) return sys::Make::Directory;
  auto source = TRY(sys::open_at(FdRef::cwd(), mount.source, O_PATH).context(mount.origin));
  auto st = TRY(sys::status(source, ""));
  return S_ISDIR(st.st_mode) ? sys::Make::Directory : sys::Make::File;
}

/// CRIU mounts, but makes no mount points, and the rootfs may be a fresh one. Below another mount
/// they are in the images. Gives where each destination really is.
Result<std::map<std::string, std::string>> make_mount_points(const plan::Plan& plan,
                                                             const sys::Proc& proc) {
  auto directory = TRY(sys::open_at(FdRef::cwd(), plan.rootfs.path, O_PATH | O_DIRECTORY));
  auto top = TRY(proc.path_of(directory));
  const sys::Root root(std::move(directory));
  std::map<std::string, std::string> points;
  for (const plan::Mount& mount : plan.mounts) {
    if (mount.kind != plan::MountKind::Bind && mount.kind != plan::MountKind::Filesystem) continue;
    if (const plan::Mount* parent = parent_of(plan, mount)) {
      const std::string_view rest =
          std::string_view(mount.destination).substr(parent->destination.size());
      points[mount.destination] = path::below(points[parent->destination], rest);
      continue;
    }
    auto kind = TRY(kind_of(mount));
    auto point = TRY(root.make(mount.destination, kind).context(mount.origin));
    auto path = TRY(proc.path_of(point));
    points[mount.destination] = path.substr(top == "/" ? 0 : top.size());
  }
  return points;
}

Result<void> describe_outside(criu::Options& options, const plan::Plan& plan,
                              const sys::Proc& proc) {
  auto points = TRY(make_mount_points(plan, proc));
  auto host = TRY(proc.read("self/mountinfo"));
  for (const auto& [point, source] : plan::external_sources(plan, points, parse_mountinfo(host)))
    options.external.push_back(format("mnt[{}]:{}", point, source));
  return {};
}

/// A restore under way: what its steps work on.
struct Restoring {
  Context& context;
  Made& made;
  const plan::Plan& plan;
  const sys::Proc& proc;
  const Receivers& receivers;
  Console console_for;
  const sys::Interruptible& interruptible;
  sys::Process init;
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
  under_way.init = TRY(sys::Process::open(pid));
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

/// From what was made to processes that run.
Result<Created> bring_back(Restoring& under_way, const RestoreOptions& asked,
                           const Images& images) {
  const plan::Plan& plan = under_way.plan;
  criu::Options options = asked.images.criu;
  criu::Surroundings surroundings = {.keeps_streams = options.shell_job, .root = plan.rootfs.path};
  Passed passed;
  auto keys = TRY(read_streams(images));
  TRY(pass_streams(passed, keys, plan));
  TRY(pass_namespaces(passed, options, plan.namespaces));
  TRY(describe_outside(options, plan, under_way.proc));
  if (auto group = plan::host_id(plan.id_maps.gids, 0))
    TRY(open_to_group(images, *group).context("--image-path"));
  options.inherited = passed.keys;
  surroundings.descriptors = passed.numbers();
  options.root = plan.rootfs.path;
  options.cgroup_root = under_way.made.cgroup->location().home();
  options.config_file = criu_configuration(under_way.made.record.annotations);
  options.notify = options.orphan_pts_master = options.sibling = true;
  // Nobody moves the processes then: they are born where CRIU is.
  if (options.cgroup_mode == criu::CgroupMode::Ignore)
    surroundings.cgroup = TRY(under_way.made.cgroup->entry());
  TRY(have_done(under_way.context, std::move(surroundings), criu::Action::Restore,
                std::move(options), images,
                [&under_way](const criu::Response& answer, std::vector<Fd> passengers) {
                  return step(under_way, answer, std::move(passengers));
                }));
  if (!under_way.init.is_open()) return Error::refused("criu has not told of the restored process");
  TRY(send_pidfd(under_way.init, under_way.receivers));
  TRY(write_pid(under_way.init.pid(), under_way.receivers));
  return Created{.init = std::move(under_way.init), .console = std::move(under_way.console)};
}

Result<void> run_poststart(const Restoring& under_way) {
  const plan::Plan& plan = under_way.plan;
  if (plan.hooks.poststart.empty()) return {};
  auto files = TRY(host::open_hook_files(plan.hook_paths));
  const Record& record = under_way.made.record;
  return host::run_hooks("poststart", plan.hooks.poststart,
                         spec::encode(document(record, "running", record.init->pid)), files);
}

Result<Created> restore_and_tell(Restoring& under_way, const RestoreOptions& asked,
                                 const Images& images) {
  auto created = TRY(bring_back(under_way, asked, images));
  TRY(run_poststart(under_way));
  TRY(say_ready(under_way.context, under_way.made.directory,
                asked.detach ? created.init.pid() : ::getpid(), asked.detach));
  TRY(under_way.interruptible.check());
  return created;
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
