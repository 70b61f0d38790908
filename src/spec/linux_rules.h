// SPDX-License-Identifier: Apache-2.0
// The rules of config-linux.md, as part of spec/rules.h. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "spec/linux.h"

namespace hull::spec {

/// As check_config, for the section `linux`; adds to `warnings`.
Result<void> check_linux(const Linux& section, std::vector<std::string>& warnings);

/// As check_config, for linux.intelRdt, whose members `update` changes too.
Result<void> check_intel_rdt(const IntelRdt& rdt);

}  // namespace hull::spec
