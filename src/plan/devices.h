// SPDX-License-Identifier: Apache-2.0
// The device nodes and links of a container: the default ones of config-linux.md, "Default
// Devices", and those of /linux/devices. Pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

struct PlannedDevices {
  std::vector<Device> nodes;
  std::vector<std::pair<std::string, std::string>> links;
  bool bind = false;
};

/// With `owns_dev` the defaults, each replaced by config's entry for the same path, and the links
/// that config has no entry for. Without it nothing at or below /dev: what is there was put there
/// by a bind. Refuses types, numbers and owners that no node can have.
Result<PlannedDevices> plan_devices(const Request& request, const Namespaces& namespaces,
                                    const IdMaps& id_maps, bool owns_dev);

}  // namespace hull::plan
