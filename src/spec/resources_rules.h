// SPDX-License-Identifier: Apache-2.0
// The rules of config-linux.md, "Control groups", as part of spec/rules.h. Pure.
#pragma once

#include <string_view>

#include "base/result.h"
#include "spec/linux.h"

namespace hull::spec {

/// The rules of config-linux.md's "Control groups", at `pointer` ("/linux/resources" or "").
Result<void> check_resources(const Resources& resources, std::string_view pointer);

}  // namespace hull::spec
