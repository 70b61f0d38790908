// SPDX-License-Identifier: Apache-2.0
#include "plan/unsupported.h"

#include <string_view>

#include "base/text.h"

namespace hull::plan {
namespace {

bool asks_for_anything(const std::optional<spec::IntelRdt>& rdt) {
  return rdt && (!rdt->clos_id.empty() || !rdt->schemata.empty() || !rdt->l3_cache_schema.empty() ||
                 !rdt->mem_bw_schema.empty() || rdt->enable_monitoring);
}

}  // namespace

Result<void> refuse_unsupported(const spec::Config& config) {
  const spec::Linux& section = config.linux_section;
  // crun's name for a virtual machine or interpreter in the kernel's place.
  if (config.annotations.contains("run.oci.handler"))
    return Error::refused("/annotations/run.oci.handler: this build runs no handlers");
  // crun's: a v1 hierarchy without controllers, mounted in the container for an old systemd there.
  if (config.annotations.contains("run.oci.systemd.force_cgroup_v1"))
    return Error::refused(
        "/annotations/run.oci.systemd.force_cgroup_v1: a container sees the hierarchies that its "
        "host manages, and none is made for it");
  if (asks_for_anything(section.intel_rdt))
    return Error::refused("/linux/intelRdt: this build has no resctrl support");
  return {};
}

}  // namespace hull::plan
