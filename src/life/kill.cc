// SPDX-License-Identifier: Apache-2.0
#include "life/kill.h"

#include <cerrno>
#include <csignal>

#include "life/container.h"

namespace hull::life {
namespace {

Result<void> signal_init(const sys::Process& init, int signal) {
  auto sent = init.signal(signal);
  // It ended between the look and the signal.
  if (!sent && sent.error().is(ESRCH)) return Error::refused("container not running");
  return sent;
}

/// Where init's end is nobody else's, others may be left.
Result<bool> has_processes(cgroup::Cgroup* cgroup) {
  if (cgroup == nullptr) return false;
  auto all = TRY(cgroup->processes());
  return !all.empty();
}

}  // namespace

Result<void> kill(Context& context, const std::string& id, int signal, Target target) {
  auto container = TRY(Container::open(context, id));
  cgroup::Cgroup* cgroup = container.cgroup();
  // Init's end does not end the others where the pid namespace is not theirs alone.
  const bool everyone =
      target == Target::All || (signal == SIGKILL && !container.record().own_pid_namespace);
  if (!container.init() && target != Target::All) {
    bool others = false;
    if (everyone) others = TRY(has_processes(cgroup));
    if (!others) return Error::refused("container not running");
  }
  if (everyone && cgroup != nullptr) return cgroup->kill(signal);
  if (!container.init()) return {};
  TRY(signal_init(*container.init(), signal));
  // A frozen process dies only when it is thawed.
  if (signal == SIGKILL && cgroup != nullptr) {
    auto frozen = TRY(cgroup->frozen());
    if (frozen) return cgroup->thaw();
  }
  return {};
}

}  // namespace hull::life
