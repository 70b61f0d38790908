// SPDX-License-Identifier: Apache-2.0
#include "inside/init.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"
#include "inside/become.h"
#include "inside/console.h"
#include "inside/devices.h"
#include "inside/hooks.h"
#include "inside/keyring.h"
#include "inside/masks.h"
#include "inside/mounts.h"
#include "inside/namespaces.h"
#include "inside/network.h"
#include "inside/process.h"
#include "inside/rootfs.h"
#include "inside/sysctl.h"
#include "inside/visible.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/namespace.h"
#include "sys/process.h"
#include "sys/schedule.h"
#include "sys/task.h"
#include "sys/tty.h"

namespace hull::inside {
namespace {

/// Namespaces: all those that clone3 makes are ours; foreign ones are entered here unless a stage
/// did. Ids: the host's, or none yet in a user namespace. Root: the host's.
Result<void> settle(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(leave_caller(in));
  // The cpuset is what confines a container. A caller's affinity is for the caller: with systemd's
  // CPUAffinity= for the manager, every container would have it.
  ignore(sys::run_on_any_processor(), "then it stays where the caller is");
  if (in.from_stage) {
    TRY(in.link.tell(wire::Step::Hello));  // (1)
  } else {
    auto namespaces = TRY(open_namespaces(plan.namespaces));
    TRY(join_namespaces(plan.namespaces, namespaces));
  }
  TRY(sys::new_session());
  if (plan.in_user_namespace()) {
    TRY(in.link.expect(wire::Step::IdsMapped));  // (2)
    if (!in.from_stage && !plan.namespaces.time_offsets.empty()) {
      TRY(make_time_namespace(plan.namespaces, in.proc));
      TRY(enter_time_namespace(in.proc));
    }
    TRY(become_root_of_our_namespace());
    TRY(sys::end_with_parent(true));  // The change of ids has cleared it.
  }
  // Not before the maps are written: the files of our /proc directory would be root's.
  TRY(sys::set_dumpable(plan.open_to_caller));
  TRY(join_keyring(plan, in));
  // Its root is the cgroup that we are in now.
  if (plan.namespaces.creates(CLONE_NEWCGROUP)) TRY(sys::unshare(CLONE_NEWCGROUP));
  if (in.delegated.is_open())
    TRY(sys::write_all(in.delegated, "0").context("entering the delegated cgroup"));
  in.delegated = sys::Fd();
  if (plan.namespaces.creates(CLONE_NEWNET)) TRY(bring_up_loopback());
  // Sysctls may be about them.
  if (!plan.net_devices.empty()) TRY(in.link.expect(wire::Step::Networked));
  return name_host(plan);
}

/// Namespaces and ids: the container's. Root: the host's, and its paths still work; everything
/// below the rootfs is reached through the Root only.
Result<sys::Root> build(const plan::Plan& plan, wire::Inheritance& in) {
  if (plan.opens_sources_beside()) {
    const std::size_t devices = plan.bind_devices ? plan.devices.size() : 0;
    auto first = TRY(wire::receive(in.link, 2 + devices));  // (3)
    in.sources.rootfs = std::move(first[0]);
    in.sources.null = std::move(first[1]);
    for (std::size_t i = 0; i < devices; ++i) in.sources.devices.push_back(std::move(first[2 + i]));
  }
  ::umask(0);  // Modes are what the plan says.
  TRY(isolate_mounts(plan));
  auto root = TRY(enter_rootfs(plan, std::move(in.sources.rootfs)));
  Supply supply(plan.mounts, in.link);
  auto open = TRY(attach_mounts(root, plan.mounts, supply, in.pid_namespace));
  TRY(make_devices(root, plan, std::move(in.sources.devices)));
  if (plan.process && plan.process->terminal)
    TRY(open_console(root, *plan.process, in.link));  // (4)
  // Whoever is cloned last has a session of its own.
  if (plan.process && plan.process->terminal && !plan.namespaces.clones_last())
    TRY(sys::set_controlling_terminal(sys::FdRef(STDIN_FILENO)));
  TRY(close_mounts(open));
  TRY(set_sysctls(in.proc, plan.sysctls));
  return root;
}

/// Hooks of both sides, then the point of no return: afterwards no host path exists.
/// Gives the state document for the startContainer hooks.
Result<std::string> leave_host(const plan::Plan& plan, wire::Inheritance& in, sys::Root root) {
  std::string start_state;
  const bool hooks_inside =
      !plan.hooks.create_container.empty() || !plan.hooks.start_container.empty();
  if (plan.has_runtime_hooks() || hooks_inside) {
    // runtime.md, "State": our hooks read the pid as it is seen here.
    TRY(in.link.tell(wire::Step::Built, format("{}", ::getpid())));  // (5)
    auto done = TRY(in.link.expect(wire::Step::HooksDone));          // (6)
    if (done.fds.size() != 1) return Error::refused("no states came for the hooks");
    auto text = TRY(sys::read_all(done.fds[0]));
    auto states = split(text, '\0');
    start_state = states.back();
    TRY(run_hooks("createContainer", plan.hooks.create_container, std::string(states.front()),
                  in.hook_files, {}));
  }
  // From here on all that we clone is seen in there, and the next is the process itself.
  if (in.pid_namespace.is_open())
    TRY(sys::enter_namespace(in.pid_namespace, CLONE_NEWPID).context("pid namespace"));
  in.pid_namespace.close();

  TRY(pivot(plan, std::move(root), in.proc));

  auto inside_root = TRY(sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  sys::Root container(std::move(inside_root));
  if (plan.process) TRY(make_cwd(plan.process->cwd));
  TRY(mask_paths(container, plan, std::move(in.sources.null)));
  TRY(seal_rootfs(plan, container));
  return start_state;
}

Result<void> wait_for_start(sys::FdRef fifo) {
  char byte = 0;
  while (::read(fifo.number(), &byte, 1) != 1)
    if (errno != EINTR) return Error::system("read('exec.fifo')");
  return {};
}

struct Created {
  std::string start_state;
  Executable executable;
};

/// All that can fail before `start`.
Result<Created> create(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(settle(plan, in));
  auto root = TRY(build(plan, in));
  Created created;
  created.start_state = TRY(leave_host(plan, in, std::move(root)));
  if (plan.process) created.executable = TRY(become_process(plan, in));
  // Whoever stops what was never started need not wait for its SIGKILL. A filter may refuse it
  // later.
  TRY(sys::end_when_asked());
  if (!plan.namespaces.clones_last()) TRY(wire::close_the_host(in));
  // The change of ids has taken it away.
  if (plan.open_to_caller) TRY(sys::set_dumpable(true));
  TRY(plan.namespaces.clones_last() ? report_stage(plan, in) : report(plan, in));  // (7)-(9)
  return created;
}

/// The states were written with the pid of the stage, for want of another.
void correct_pid(std::string& state, pid_t stages, pid_t pid) {
  const std::string wrong = format("\"pid\":{}", stages);
  const std::size_t at = state.find(wrong);
  if (at != std::string::npos) state.replace(at, wrong.size(), format("\"pid\":{}", pid));
}

struct Failure {
  wire::Late what;
  Error error;
};

/// From Recorded by way of `start` to exec. Returns only with what went wrong.
Failure start(const plan::Plan& plan, wire::Inheritance& in, const Created& created) {
  // Before the container is started; hooks of the container run behind the filter too.
  auto confined = plan.namespaces.clones_last() ? settle_visible(plan, in) : confine(plan, in);
  if (!confined) return {wire::Late::Confinement, std::move(confined).error()};
  auto waited = wait_for_start(in.fifo);
  if (!waited) return {wire::Late::Process, std::move(waited).error()};
  // As with runc: the hook is a program of the container too, and stands where the process will.
  auto hooks = run_hooks("startContainer", plan.hooks.start_container, created.start_state,
                         in.hook_files, created.executable.env);
  if (!hooks) return {wire::Late::Hook, std::move(hooks).error()};
  return {wire::Late::Process, execute(*plan.process, created.executable)};
}

}  // namespace

void init(const plan::Plan& plan, wire::Inheritance in) noexcept {
  auto created = create(plan, in);
  if (!created) {
    in.link.fail(created.error());
    ::_exit(1);
  }
  if (plan.namespaces.clones_last()) {
    const pid_t stages = ::getpid();
    correct_pid(created->start_state, stages, become_visible(plan, in));
  }
  Failure failure = start(plan, in, *created);
  const std::string message = failure.error.message();
  ignore(sys::write_all(in.failure, wire::late_word(failure.what, message)),
         "then `start` can say only that we ended");
  // Who reads the container's output, not ours, learns it too.
  ignore(sys::write_all(sys::FdRef(STDERR_FILENO), message + "\n"), "it may be closed");
  ::_exit(1);
}

}  // namespace hull::inside
