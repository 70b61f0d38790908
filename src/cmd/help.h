// SPDX-License-Identifier: Apache-2.0
// The help texts, made from the tables. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cmd/commands.h"
#include "cmd/options.h"

namespace hull::cmd {

/// "-b, --bundle DIR": how help and the man pages head an option.
std::string heading(const Option& option);

/// What `PROGRAM --help` prints, line ends included.
std::string help(std::string_view program, const std::vector<Verb>& verbs,
                 const std::vector<Option>& globals);

/// What `PROGRAM VERB --help` prints.
std::string help(std::string_view program, const Verb& verb);

}  // namespace hull::cmd
