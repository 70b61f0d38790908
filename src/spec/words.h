// SPDX-License-Identifier: Apache-2.0
// The words that the specification 1.3.0 allows where nothing in plan/ gives them a number yet, in
// its own order. For spec/rules.h, and for `features`. Pure.
#pragma once

#include <span>
#include <string_view>

namespace hull::spec::words {

using Words = std::span<const std::string_view>;

/// config.md, "Linux Process", `scheduler` and `ioPriority`.
Words scheduler_policies();
Words scheduler_flags();
Words io_priority_classes();
/// config-linux.md, "Seccomp".
Words seccomp_actions();
Words seccomp_architectures();
Words seccomp_flags();
Words seccomp_operators();
/// config-linux.md, "Memory policy".
Words memory_policy_modes();
Words memory_policy_flags();

}  // namespace hull::spec::words
