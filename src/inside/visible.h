// SPDX-License-Identifier: Apache-2.0
// The process is cloned last, by a stage that no process of the container can see: the stage has
// become all that the process is to be (root, ids, capabilities, limits, labels, Landlock and,
// where the filter lets that happen, seccomp), and keeps no descriptor but the process's. So what
// the container sees has, from its first instruction there, no more power than the container.
// Inside.
#pragma once

#include <sys/types.h>

#include "base/result.h"
#include "plan/plan.h"
#include "wire/inheritance.h"

namespace hull::inside {

/// Stage: the last that is said by the link. Ready: all that can fail is done, but for the filter
/// and the clone. Where the filter has a listener and is loaded here it is Listener, and the host
/// has taken that when this returns. What is the caller's (arguments, environment, every descriptor
/// that the process shall not have) is gone then.
Result<void> report_stage(const plan::Plan& plan, wire::Inheritance& in);

/// Stage: loads the filter if `in.filter_first` says so, clones the process as the host's child
/// (CLONE_PARENT), and ends; what fails goes to `in.birth`. Returns in the process alone, with its
/// pid in its own pid namespace. Our children must be in the container's pid namespace.
pid_t become_visible(const plan::Plan& plan, wire::Inheritance& in);

/// Process: leads a session of its own, with its terminal if it has one, and waits for the host to
/// let it go on; ends if the host does. Then loads the filter if the stage could not.
Result<void> settle_visible(const plan::Plan& plan, wire::Inheritance& in);

}  // namespace hull::inside
