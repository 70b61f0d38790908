// SPDX-License-Identifier: Apache-2.0
#include "plan/unsupported.h"

namespace hull::plan {

Result<void> refuse_unsupported(const spec::Config& config) {
  // crun's name for a virtual machine or interpreter in the kernel's place.
  if (config.annotations.contains("run.oci.handler"))
    return Error::refused("/annotations/run.oci.handler: this build runs no handlers");
  // crun's: a v1 hierarchy without controllers, mounted in the container for an old systemd there.
  if (config.annotations.contains("run.oci.systemd.force_cgroup_v1"))
    return Error::refused(
        "/annotations/run.oci.systemd.force_cgroup_v1: a container sees the hierarchies that its "
        "host manages, and none is made for it");
  return {};
}

}  // namespace hull::plan
