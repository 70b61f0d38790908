// SPDX-License-Identifier: Apache-2.0
// A plan as text, one decision a line: what `explain` prints and the golden tests compare. Pure.
#pragma once

#include <string>

#include "plan/plan.h"

namespace hull::plan {

/// All of `plan`, each line ending in "\n", in the order in which it happens. Control characters
/// are escaped, so a line is a line. Resources and hooks are told as far as they are ours: a hook
/// by its kind and path.
std::string describe(const Plan& plan);

/// The one line of a mount without its end: "mount /etc/hosts: bind /srv/hosts, ro". For messages.
std::string describe(const Mount& mount);

}  // namespace hull::plan
