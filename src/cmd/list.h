// SPDX-License-Identifier: Apache-2.0
// The forms in which `list` prints containers. Pure.
#pragma once

#include <string>
#include <vector>

#include "spec/state.h"

namespace hull::cmd {

/// A heading and a line for each container, columns padded with blanks as runc pads them (at least
/// 12 wide, 3 between), for scripts that cut by column.
std::string table(const std::vector<spec::State>& states);

/// One JSON array of state documents on a line; "[]" when there is none.
std::string array(const std::vector<spec::State>& states);

/// The ids, one a line.
std::string ids(const std::vector<spec::State>& states);

}  // namespace hull::cmd
