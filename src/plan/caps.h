// SPDX-License-Identifier: Apache-2.0
// The five capability sets as masks, cut down to what can be given. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// The sets of /process/capabilities; all empty without that block. config.md, "Linux Process":
/// what cannot be mapped or granted "MUST be logged as a warning", so nothing here fails. Dropped
/// with a warning: unknown names, what this kernel lacks, what hull does not hold (in a user
/// namespace every capability can be had), and what capset(2) and prctl(2) would refuse: effective
/// outside permitted, inheritable outside bounding, ambient outside permitted and inheritable.
Capabilities plan_capabilities(const Request& request, const Namespaces& namespaces);

/// "CAP_CHOWN" and so on, each at its number (capabilities(7)).
std::span<const std::string_view> capability_names();

/// The names in the mask `set`, joined by `separator`; numbers for those without one.
std::string describe_capabilities(std::uint64_t set, std::string_view separator);

}  // namespace hull::plan
