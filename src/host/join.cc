// SPDX-License-Identifier: Apache-2.0
#include "host/join.h"

#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "base/text.h"
#include "host/birth.h"
#include "host/undumpable.h"
#include "sys/file.h"
#include "sys/namespace.h"
#include "sys/schedule.h"

namespace hull::host {
namespace {

Result<wire::Inheritance> inheritance_of(Join& join, wire::Link link) {
  wire::Inheritance in = {.link = std::move(link), .proc = join.proc};
  in.filter = std::move(join.filter);
  in.failure = std::move(join.failure);
  in.preserved = std::move(join.preserved);
  in.descriptor_limit = join.descriptor_limit;
  in.init = TRY(sys::duplicate(join.init.pidfd()));
  in.to_enter = join.plan.namespaces.all();
  if (!join.plan.namespaces.creates(CLONE_NEWNS))
    in.root = TRY(
        sys::open_at(join.proc.root(), format("{}/root", join.init.pid()), O_PATH | O_DIRECTORY));
  return in;
}

/// The process is born with the score, which is ours meanwhile: its own file is root's as long as
/// it is not dumpable.
class ScoreOfTheProcess {
 public:
  static Result<ScoreOfTheProcess> take(const Join& join) {
    const plan::Process& process = *join.plan.process;
    ScoreOfTheProcess score(join.proc);
    if (!process.oom_score_adj) return score;
    auto own = TRY(join.proc.read("self/oom_score_adj"));
    TRY(set_oom_score(join.proc, "self", process, join.warn));
    score.own_ = trim(own);
    return score;
  }
  ~ScoreOfTheProcess() {
    if (!own_.empty())
      ignore(proc_->write("self/oom_score_adj", own_), "then we are killed no later than it is");
  }
  ScoreOfTheProcess(ScoreOfTheProcess&& other) noexcept
      : proc_(other.proc_), own_(std::exchange(other.own_, {})) {}
  ScoreOfTheProcess& operator=(ScoreOfTheProcess&&) = delete;

 private:
  explicit ScoreOfTheProcess(const sys::Proc& proc) : proc_(&proc) {}
  const sys::Proc* proc_;
  /// What to go back to.
  std::string own_;
};

/// In the child nothing. A cgroup that has no room for a birth takes it as one who comes later:
///  - EBUSY: the container has made cgroups with controllers below its own (cgroups(7), "no
///    internal processes"); the process goes where init is, if no other place was asked for.
///  - EAGAIN: the container is at its pids limit, which does not keep out who moves in, and a
///    health probe has to get in.
Result<std::optional<sys::Child>> clone_into(const Join& join, wire::Inheritance& in,
                                             cgroup::Doors& doors) {
  for (const sys::Fd& task : doors.tasks) {
    auto same = TRY(sys::duplicate(task));
    in.tasks.push_back(std::move(same));
  }
  if (!doors.entry.is_open()) return sys::clone(0, std::nullopt);
  auto child = sys::clone(0, doors.entry);
  if (!child && child.error().is(EBUSY) && join.below.empty()) {
    auto text = TRY(join.proc.read(format("{}/cgroup", join.init.pid())));
    doors.entry = TRY(cgroup::open_entry_of(join.cgroup_root, join.cgroup, text));
    child = sys::clone(0, doors.entry);
  }
  if (child || !child.error().is(EAGAIN)) return child;
  auto door = TRY(cgroup::open_procs(doors.entry));
  in.tasks.push_back(std::move(door));
  return sys::clone(0, std::nullopt);
}

Result<cgroup::Doors> open_doors(const Join& join) {
  auto doors = cgroup::open_doors(join.cgroup_root, join.cgroup, join.below);
  if (doors || !doors.error().is(ENOENT) || !join.below.empty()) return doors;
  auto text = TRY(join.proc.read(format("{}/cgroup", join.init.pid())));
  return cgroup::open_doors_of_moved(join.cgroup_root, join.cgroup, text);
}

/// For a process that was born outside of the container's cgroup, and for the stage that is to make
/// room for it.
Detour detour_of(const Join& join, const cgroup::Doors& doors) {
  Detour detour;
  detour.in = [&doors](pid_t pid) { return cgroup::move_through(doors, pid); };
  detour.out = [&join](pid_t pid) -> Result<void> {
    auto own = TRY(join.proc.read("self/cgroup"));
    auto home = TRY(cgroup::open_doors_of(join.cgroup_root, join.cgroup.layout, own));
    return cgroup::move_through(home, pid);
  };
  return detour;
}

/// The stage, cloned.
Result<void> clone_stage(const Join& join, wire::Link link, wire::Inheritance& in,
                         cgroup::Doors& doors, Joiner joiner, Launched& launched) {
  const plan::ExecAffinity& affinity = join.plan.process->exec_affinity;
  // Ours too, for the child is to have it before it is in a cgroup.
  if (!affinity.initial.empty())
    TRY(sys::run_on(affinity.initial).context("/process/execCPUAffinity/initial"));
  auto score = TRY(ScoreOfTheProcess::take(join));
  const Undumpable undumpable;
  auto child = TRY(clone_into(join, in, doors));
  if (!child) {
    link.close();
    launched.go.close();
    launched.go_reader.close();
    joiner(join.plan, std::move(in));
    ::_exit(1);
  }
  // Ours alone from now on, so that each side notices the other's end.
  in.link.close();
  in.failure.close();
  launched.link = std::move(link);
  launched.init = std::move(*child);
  return {};
}

Result<sys::Message> await(wire::Step step, const Join& join, Launched& launched) {
  while (true) {
    auto told = TRY(launched.link.listen());
    if (told.step == step) return std::move(told.message);
    if (told.step != wire::Step::Warning) return unexpected(told.step, step);
    join.warn(told.message.text);
  }
}

/// A filter that is loaded by the stage has its listener before there is a process.
Result<sys::Fd> hear_last_word(const Join& join, bool filter_first, Launched& launched) {
  if (!join.plan.has_listener() || !filter_first) {
    TRY(await(wire::Step::Ready, join, launched));  // (8)
    return sys::Fd();
  }
  auto announced = TRY(await(wire::Step::Listener, join, launched));  // (7)
  auto listener = TRY(take_announced(launched, announced));
  TRY(launched.link.tell(wire::Step::Recorded));
  return listener;
}

Result<void> converse(const Join& join, const wire::Inheritance& in, const cgroup::Doors& doors,
                      Launched& launched) {
  const plan::Process& process = *join.plan.process;
  // The stage tries as well, but one that began in the user namespace lacks the power over nice
  // values.
  if (join.plan.in_user_namespace())
    ignore(sys::reset_scheduling(launched.init.pid()),
           "a caller without CAP_SYS_NICE lacks it too");
  if (process.terminal) {
    auto console = TRY(await(wire::Step::Console, join, launched));  // (4)
    TRY(take_console(launched, std::move(console)));
  }
  auto listener = TRY(hear_last_word(join, in.filter_first, launched));
  TRY(meet_process(*in.birth, detour_of(join, doors), launched));
  if (in.birth->listener() >= 0) launched.listener = in.birth->listener();
  return listener.is_open() ? join.take_listener(std::move(listener), launched.init.pid())
                            : Result<void>();
}

/// Its end may take a while: an init that is killed waits for everybody in its pid namespace to be
/// reaped, and what it had is gone by then.
bool is_ending(const Join& join) {
  auto ended = join.init.ended(0);
  if (!ended || *ended) return true;
  if (!join.plan.namespaces.has(CLONE_NEWPID)) return false;
  auto entered = sys::enter_namespace(join.init.pidfd(), CLONE_NEWPID);
  return !entered && entered.error().is(ESRCH);
}

/// A container that ends while we enter it fails us in many ways.
Error blame_end(Error error, const Join& join) {
  if (!is_ending(join)) return error;
  return std::move(error).context("container not running: its init is ending");
}

}  // namespace

Result<Launched> join(Join join, Joiner joiner) {
  auto links = TRY(wire::Link::pair());
  auto in = TRY(inheritance_of(join, std::move(links.second)));
  Launched launched;
  TRY(prepare_birth(join.plan, join.may_be_traced, in, launched));
  auto doors = open_doors(join);
  if (!doors) return blame_end(std::move(doors).error(), join);
  auto cloned = clone_stage(join, std::move(links.first), in, *doors, joiner, launched);
  if (!cloned) return blame_end(std::move(cloned).error(), join);
  auto done = converse(join, in, *doors, launched);
  if (!done) {
    Error error = explain(std::move(done).error(), launched, "the process");
    return blame_end(std::move(error), join);
  }
  return launched;
}

}  // namespace hull::host
