// SPDX-License-Identifier: Apache-2.0
// The process object of an exec: from a file, or the container's own with the flags applied.
#pragma once

#include "base/result.h"
#include "life/accounts.h"
#include "life/exec_options.h"
#include "spec/config.h"

namespace hull::life {

/// The container's `process` as the flags change it: args and terminal are the call's, variables
/// and capabilities are added, the others replace what the container has. A user is UID[:GID] in
/// decimal, or a name that begins with a letter or `_` and is in the container's /etc/passwd, whose
/// group and /etc/group it is given; nothing is guessed at (CVE-2016-3697, CVE-2026-30892).
/// `account_file` reads those, for a name only.
Result<spec::Process> with_flags(spec::Process process, const ExecOptions& options,
                                 const FileReader& account_file);

/// The process of the file `--process`, or of the flags; checked by spec::check_process(). A member
/// that the file lacks is the container's, but for args, which it must have, terminal and
/// consoleSize; one that it has replaces the container's whole, only of a user without umask that
/// stays. Warnings about the file's text go to `warnings`.
Result<spec::Process> process_to_execute(const spec::Process& containers,
                                         const ExecOptions& options, const FileReader& account_file,
                                         std::vector<std::string>& warnings);

}  // namespace hull::life
