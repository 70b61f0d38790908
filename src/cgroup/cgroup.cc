// SPDX-License-Identifier: Apache-2.0
#include "cgroup/cgroup.h"

#include <csignal>

namespace hull::cgroup {

Result<Lease> Lease::make(Cgroup& cgroup) {
  TRY(cgroup.make());
  return Lease(cgroup);
}

Lease::~Lease() {
  if (cgroup_ == nullptr) return;
  ignore(cgroup_->kill(SIGKILL), "removing it says who is left");
  ignore(cgroup_->remove(), "whoever undoes has a failure of their own to report");
}

}  // namespace hull::cgroup
