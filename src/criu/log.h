// SPDX-License-Identifier: Apache-2.0
// The log that CRIU leaves in its work directory. Pure.
#pragma once

#include <string>
#include <string_view>

namespace hull::criu {

/// What it says went wrong: its lines of errors, the first of which is mostly the cause, without
/// time stamps, on one line; "" for none. Of more than a few the last are left out.
std::string errors_of(std::string_view log);

}  // namespace hull::criu
