// SPDX-License-Identifier: Apache-2.0
#include "host/launch.h"

#include <sched.h>
#include <unistd.h>

#include <utility>

#include "base/text.h"
#include "cgroup/doors.h"
#include "host/birth.h"
#include "host/diagnosis.h"
#include "host/hooks.h"
#include "host/idmaps.h"
#include "host/mounts.h"
#include "host/netdevices.h"
#include "spec/codec.h"
#include "sys/file.h"
#include "sys/schedule.h"

namespace hull::host {
namespace {

/// Both sides have this: the child gets a copy at the clone.
Result<wire::Inheritance> inheritance_of(Launch& launch, wire::Link link) {
  wire::Inheritance in = {.link = std::move(link), .proc = launch.proc};
  in.filter = std::move(launch.filter);
  in.fifo = std::move(launch.fifo);
  in.failure = std::move(launch.failure);
  in.hook_files = std::move(launch.hook_files);
  in.preserved = std::move(launch.preserved);
  in.descriptor_limit = launch.descriptor_limit;
  in.entry = TRY(launch.cgroup.entry());
  in.tasks = TRY(launch.cgroup.tasks());
  in.delegated = TRY(launch.cgroup.delegated());
  if (!launch.plan.opens_sources_beside()) in.sources = TRY(open_sources(launch.plan));
  return in;
}

/// Where a stage is born. It comes into no cgroup of the container's, whose pids limit counts it,
/// but for one that enters a cgroup namespace: where such a namespace is a border (cgroups(7),
/// "nsdelegate") nothing outside is in its reach then, and init has to inherit the place.
std::optional<sys::FdRef> stage_entry(const plan::Namespaces& namespaces, wire::Inheritance& in) {
  if (namespaces.clones_last()) return in.entry;
  if (!namespaces.joins(CLONE_NEWCGROUP)) return std::nullopt;
  return std::exchange(in.entry, std::nullopt);
}

Result<void> clone_child(const plan::Plan& plan, wire::Link link, wire::Inheritance& in,
                         Inside init, Inside stage, Launched& launched) {
  const bool staged = plan.namespaces.stage;
  auto child = TRY(staged ? sys::clone(0, stage_entry(plan.namespaces, in))
                          : sys::clone(plan.namespaces.at_clone(), in.entry));
  if (!child) {
    link.close();
    launched.go.close();
    launched.go_reader.close();
    (staged ? stage : init)(plan, std::move(in));
    ::_exit(1);
  }
  // Ours alone from now on, so that each side notices the other's end.
  in.link.close();
  launched.link = std::move(link);
  if (staged) return meet(launched, std::move(*child));  // (1)
  launched.init = std::move(*child);
  return {};
}

/// Waits for `step`, supplying init with the sources that it wants meanwhile.
Result<sys::Message> await(wire::Step step, const Launch& launch, Launched& launched,
                           Supplier& supplier) {
  while (true) {
    auto told = TRY(launched.link.listen());
    if (told.step == step) return std::move(told.message);
    if (told.step == wire::Step::Want)
      TRY(supplier.serve(told.message.text, launched.link));
    else if (told.step == wire::Step::Warning)
      launch.warn(told.message.text);
    else
      return unexpected(told.step, step);
  }
}

Result<void> move_net_devices(const plan::Plan& plan, const sys::Proc& proc, Launched& launched) {
  if (plan.net_devices.empty()) return {};
  launched.net_devices = TRY(NetDevices::move(plan, proc, launched.init.pid()));
  return launched.link.tell(wire::Step::Networked);
}

Result<void> map_ids(const Launch& launch, const sys::Proc& proc, Launched& launched,
                     Supplier& supplier) {
  const plan::Plan& plan = launch.plan;
  const pid_t pid = launched.init.pid();
  const bool beside = plan.opens_sources_beside();
  if (!plan.id_maps.empty()) TRY(write_id_maps(proc, pid, plan.id_maps));
  if (beside) TRY(supplier.open_beside(launched.init.process()));
  // Before init makes itself undumpable, and the file root's.
  if (plan.process) TRY(set_oom_score(proc, format("{}", pid), *plan.process, launch.warn));
  if (plan.in_user_namespace()) TRY(launched.link.tell(wire::Step::IdsMapped));  // (2)
  TRY(move_net_devices(plan, proc, launched));
  // Before the hooks inside: init's children are born where it is.
  if (launch.rdt != nullptr) TRY(launch.rdt->enter(pid));
  if (beside) TRY(supplier.move_beside(launched.link));  // (3)
  return {};
}

Result<void> run_runtime_hooks(const Launch& launch, const wire::HookFiles& files,
                               Launched& launched, Supplier& supplier) {
  const spec::Hooks& hooks = launch.plan.hooks;
  const bool inside = !hooks.create_container.empty() || !hooks.start_container.empty();
  if (!launch.plan.has_runtime_hooks() && !inside) return {};
  const pid_t pid = launched.init.pid();
  auto built = TRY(await(wire::Step::Built, launch, launched, supplier));  // (5)
  const std::string creating = spec::encode(launch.state("creating", pid));
  TRY(run_hooks("prestart", hooks.prestart, creating, files));
  TRY(run_hooks("createRuntime", hooks.create_runtime, creating, files));
  const auto pid_inside = static_cast<pid_t>(parse_int(built.text).value_or(0));
  // Both states in one file: annotations can be longer than a message.
  auto states = TRY(sys::memory_file(spec::encode(launch.state("creating", pid_inside)) + '\0' +
                                     spec::encode(launch.state("created", pid_inside))));
  const sys::FdRef passengers[] = {states};
  return launched.link.tell(wire::Step::HooksDone, {}, passengers);  // (6)
}

/// Where init would have been born: in every hierarchy.
Result<void> move_in(cgroup::Cgroup& cgroup, pid_t pid) {
  const std::string text = format("{}", pid);
  auto tasks = TRY(cgroup.tasks());
  for (const sys::Fd& file : tasks) TRY(sys::write_all(file, text));
  auto delegated = TRY(cgroup.delegated());
  if (delegated.is_open()) return sys::write_all(delegated, text);
  auto entry = TRY(cgroup.entry());
  if (!entry) return {};
  auto procs = TRY(cgroup::open_procs(*entry));
  return sys::write_all(procs, text);
}

/// For an init that was born outside of its cgroup, and for the stage that is to make room for it.
Detour detour_of(const Launch& launch) {
  return {.in = [&launch](pid_t pid) { return move_in(launch.cgroup, pid); },
          .out = [&launch](pid_t pid) -> Result<void> {
            auto own = TRY(launch.proc.read("self/cgroup"));
            auto home = TRY(
                cgroup::open_doors_of(launch.cgroup_root, launch.cgroup.location().layout, own));
            return cgroup::move_through(home, pid);
          }};
}

/// What a stage says last, and the init that it clones then.
Result<void> meet_last(const Launch& launch, const wire::Inheritance& in, Launched& launched,
                       Supplier& supplier) {
  const plan::Plan& plan = launch.plan;
  sys::Fd listener;
  if (plan.has_listener() && in.filter_first) {
    auto announced = TRY(await(wire::Step::Listener, launch, launched, supplier));  // (7)
    listener = TRY(take_announced(launched, announced));
    TRY(launched.link.tell(wire::Step::Recorded));
  } else {
    TRY(await(wire::Step::Ready, launch, launched, supplier));  // (8)
  }
  TRY(meet_process(*in.birth, detour_of(launch), launched));
  if (in.birth->listener() >= 0) launched.listener = in.birth->listener();
  return listener.is_open() ? launch.take_listener(std::move(listener), launched.init.pid())
                            : Result<void>();
}

Result<void> converse(const Launch& launch, const wire::Inheritance& in, Launched& launched) {
  const plan::Plan& plan = launch.plan;
  // Init tries as well, but born in a user namespace it lacks the power over nice values.
  if (plan.in_user_namespace())
    ignore(sys::reset_scheduling(launched.init.pid()),
           "a caller without CAP_SYS_NICE lacks it too");
  Supplier supplier(plan, in.proc);
  TRY(map_ids(launch, in.proc, launched, supplier));
  if (plan.process && plan.process->terminal) {
    auto console = TRY(await(wire::Step::Console, launch, launched, supplier));  // (4)
    TRY(take_console(launched, std::move(console)));
  }
  TRY(run_runtime_hooks(launch, in.hook_files, launched, supplier));
  if (plan.namespaces.clones_last()) return meet_last(launch, in, launched, supplier);
  if (plan.has_listener()) {
    auto announced = TRY(await(wire::Step::Listener, launch, launched, supplier));  // (7)
    return hand_listener_on(launched, announced, launch.take_listener);
  }
  TRY(await(wire::Step::Ready, launch, launched, supplier));  // (8)
  return {};
}

}  // namespace

Result<Launched> launch(Launch launch, Inside init, Inside stage) {
  auto links = TRY(wire::Link::pair());
  auto in = TRY(inheritance_of(launch, std::move(links.second)));
  Launched launched;
  if (launch.plan.namespaces.clones_last()) {
    // Of the capabilities of those who live there nothing is known.
    TRY(prepare_birth(launch.plan, true, in, launched));
  }
  auto cloned = clone_child(launch.plan, std::move(links.first), in, init, stage, launched);
  if (!cloned) return diagnose(std::move(cloned).error(), launch.plan.namespaces.create, in.proc);
  auto done = converse(launch, in, launched);
  if (!done)
    return diagnose(explain(std::move(done).error(), launched, "init"),
                    launch.plan.namespaces.create, in.proc);
  return launched;
}

}  // namespace hull::host
