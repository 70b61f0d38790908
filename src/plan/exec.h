// SPDX-License-Identifier: Apache-2.0
// What a further process of a container takes, or a further mount: the part of its config that
// create keeps, and the plan that is made of it for a process. Pure.
#pragma once

#include "base/result.h"
#include "plan/facts.h"
#include "plan/make_plan.h"
#include "spec/config.h"

namespace hull::plan {

/// What of `config` a further process has to do with: process, namespaces, id maps, personality,
/// memory policy, the annotations that are about every process, and of seccomp all but the rules,
/// which are compiled by then. Entries that hand calls to a listener stay, so that it is known that
/// there is one. And what further mounts have to do with: masked and read-only paths, the label.
spec::Config exec_part(const spec::Config& config);

/// The plan of one process more. `part` is from exec_part(), its process replaced by the one to
/// execute, which has passed spec::check_process(). Decides namespaces (those the container has),
/// id maps, keyring, seccomp and process; or refuses with the JSON pointer of the reason.
Result<Planned> plan_exec(const spec::Config& part, const Options& options, const Facts& facts);

}  // namespace hull::plan
