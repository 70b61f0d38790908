// SPDX-License-Identifier: Apache-2.0
// What the annotation asks of Landlock (spec/landlock.h), with rights as the kernel's bits and no
// right that the running kernel does not know. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// Nothing without the annotation, or when a best effort is nothing here. Refuses a faulty document
/// and, when it is strict, a kernel that cannot enforce all of it; a best effort warns of what is
/// not enforced. Messages begin with the annotation's pointer and then that of the document.
Result<std::optional<Landlock>> plan_landlock(const Request& request);

/// All rights that a document may name: ABI 5 of Landlock, Linux 6.10.
inline constexpr std::uint64_t kKnownFileRights = 0xffff;

/// The names in the mask `rights`, joined by blanks: "execute read_file".
std::string describe_file_rights(std::uint64_t rights);

}  // namespace hull::plan
