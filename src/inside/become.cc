// SPDX-License-Identifier: Apache-2.0
#include "inside/become.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "inside/caps.h"
#include "inside/landlock.h"
#include "inside/limits.h"
#include "inside/lsm.h"
#include "inside/process.h"
#include "inside/seccomp.h"
#include "inside/streams.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/process.h"
#include "sys/schedule.h"
#include "sys/spawn.h"

namespace hull::inside {
namespace {

void forget_caller() {
  ignore(sys::reset_scheduling(0),
         "in a user namespace the host does it, which may have the power");
  ignore(sys::reset_io_priority(0), "a sandbox may forbid the call");
  ignore(sys::reset_timer_slack(), "then timers are as late as the caller's");
  ignore(sys::reset_memory_policy(), "not every kernel has nodes of memory");
  ignore(sys::reset_securebits(), "the caller may have locked them, or have had no CAP_SETPCAP");
}

}  // namespace

Result<void> keep_for_process(const std::vector<int>& preserved) {
  TRY(sys::close_on_exec_from(STDERR_FILENO + 1));
  for (int number : preserved) TRY(sys::set_close_on_exec(sys::FdRef(number), false));
  return {};
}

// A thread that moves itself does not wait for the grace period that moving another process takes.
Result<void> enter_cgroups(std::vector<sys::Fd> tasks) {
  for (const sys::Fd& file : tasks) TRY(sys::write_all(file, "0").context("entering the cgroup"));
  return {};
}

Result<void> leave_caller(wire::Inheritance& in) {
  TRY(sys::end_with_parent(true));
  in.entry.reset();
  TRY(wire::close_the_rest(in));
  TRY(sys::reset_signals());
  // Before the cgroups: one of v1 without real-time budget takes no real-time process.
  forget_caller();
  return enter_cgroups(std::move(in.tasks));
}

Result<Executable> become_process(const plan::Plan& plan, const wire::Inheritance& in) {
  const plan::Process& process = *plan.process;
  const unsigned last_capability = sys::last_capability();
  auto ruleset = TRY(make_ruleset(process));
  TRY(set_exec_labels(in.proc, process.labels));
  // Before the process's limit on descriptors is ours.
  TRY(take_own_devices(in.proc));
  // While we may still raise hard limits, and before the user's own limits count our descriptors.
  TRY(set_limits(process, in.descriptor_limit, in.birth ? For::Stage : For::Process));
  TRY(own_standard_streams(process.uid));
  // As root first: a directory that only root may enter is as good a cwd as one that only the user
  // may (user's turn is below).
  auto as_root = enter_cwd(process.cwd);
  TRY(take_ids(process, last_capability));
  if (!as_root) TRY(enter_cwd(process.cwd));
  if (process.no_new_privileges) TRY(sys::set_no_new_privileges());
  ::umask(process.umask);
  auto executable = TRY(find_executable(process.args[0], environment(process)));
  // After all that hull itself needs files for (cwd, /etc/passwd, the executable), whatever the
  // rules leave of them. Before the final capabilities: it takes CAP_SYS_ADMIN, which the process
  // need not have, where no_new_privs is not set.
  TRY(restrict_files(ruleset));
  TRY(take_capabilities(process, last_capability, kept_for_filter(plan)));
  return executable;
}

Result<void> confine(const plan::Plan& plan, wire::Inheritance& in) {
  if (plan.has_listener()) return {};
  in.link.close();
  return plan.process && plan.seccomp ? load_filter(plan, in) : Result<void>();
}

Result<void> report(const plan::Plan& plan, wire::Inheritance& in) {
  // Not after Recorded: hull may be gone by then. Should it end between the two, the link tells.
  TRY(sys::end_with_parent(false));
  TRY(keep_for_process(in.preserved));
  if (plan.has_listener()) {
    auto listener = TRY(load_filter_with_listener(plan, in));  // (7)
    // Closed by exec: to close it now would be a call that the listener may have to decide about
    // before anybody has taken it.
    listener.release();
    return in.link.expect_quietly(wire::Step::Recorded);  // (9)
  }
  TRY(in.link.tell(wire::Step::Ready));       // (8)
  TRY(in.link.expect(wire::Step::Recorded));  // (9)
  return {};
}

Error execute(const plan::Process& process, const Executable& executable) {
  auto argv = sys::pointers(process.args);
  auto envp = sys::pointers(executable.env);
  ::execve(executable.path.c_str(), argv.data(), envp.data());
  Error failed = Error::system(format("exec {}", executable.path));
  return blame_rules(blame_format(std::move(failed), executable), process);
}

}  // namespace hull::inside
