// SPDX-License-Identifier: Apache-2.0
// What a container is doing, in a word: computed from facts and never stored. Pure.
#pragma once

#include <string_view>

namespace hull::life {

enum class Status { Creating, Created, Running, Paused, Stopped };

/// The word that the runtime-spec and the peers print.
std::string_view name(Status status);

}  // namespace hull::life
