// SPDX-License-Identifier: Apache-2.0
// Hull's child becomes the container's process: what init and exec do alike, in the order in which
// each step still has the right to do its work. Inside.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "inside/executable.h"
#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Writes "0" to the doors of the cgroups that our birth did not reach (cgroup.h, tasks()).
Result<void> enter_cgroups(std::vector<sys::Fd> tasks);

/// Every descriptor but standard input, output, error and `preserved` is closed with exec, not now:
/// there is still to be read and written.
Result<void> keep_for_process(const std::vector<int>& preserved);

/// The first steps of the container's child: it ends with hull from here on, keeps no descriptor
/// but those of `in`, has nothing of what a process has from whoever started it (signals,
/// scheduling, timer slack, memory policy; the OOM score is not among it: config.md, "Linux
/// Process", lets it be unless it is asked for), and is in its cgroups. Namespaces, root and ids:
/// those of its birth.
Result<void> leave_caller(wire::Inheritance& in);

/// Root: the container's. Takes everything that the process must not have; what is left for
/// confine() is the seccomp filter, and the one capability that loading it may take. Finds the
/// executable as the process's user. Needs a plan with a process.
Result<Executable> become_process(const plan::Plan& plan, const wire::Inheritance& in);

/// Init: namespaces, root and ids are the process's. The last thing that is taken from us: a
/// filter, and what it took to load it; with a listener report() has done it. Behind the filter
/// every call is one that the profile has to allow, so there are none but capset, if it needs to
/// be, and what it takes to wait and to execute; our last word to the host is before it.
Result<void> confine(const plan::Plan& plan, wire::Inheritance& in);

/// Init: says that all is done which can fail before the host takes us on record, and waits until
/// it has: Ready, or with a listener the filter and Listener. From then on we outlive hull.
Result<void> report(const plan::Plan& plan, wire::Inheritance& in);

/// execve(2). Returns only on failure, with a hint where the plan's rules on files may be its
/// cause.
Error execute(const plan::Process& process, const Executable& executable);

}  // namespace hull::inside
