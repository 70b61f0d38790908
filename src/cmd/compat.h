// SPDX-License-Identifier: Apache-2.0
// Whose callers hull speaks to: called as runc or crun, or told so by `--compat`, it prints
// versions, features and some messages in the shape that callers of that name parse. Nothing else
// differs. Pure.
#pragma once

#include <string>
#include <string_view>

#include "cmd/globals.h"
#include "life/context.h"

namespace hull::cmd {

/// What `--compat` says, else what the program is called: exactly "runc" or "crun".
life::Compat compat(const Globals& globals, std::string_view program);

/// `message` in the words that callers of that runtime look for. Hull's own are runc's, completed
/// so that every manager's matcher takes them; crun's name what they are about in backquotes and
/// quote the kernel's words with their capital. Messages that it has no others for stay as they
/// are, and so does "container not running", which containerd and CRI-O match whoever says it.
std::string worded(life::Compat compat, std::string message);

}  // namespace hull::cmd
