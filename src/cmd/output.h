// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error. A reader that has gone away is EPIPE here, never SIGPIPE:
// managers close our streams early, and a verb must finish all the same.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::cmd {

/// Opens /dev/null in the place of a standard stream that the caller left closed: a socket or a
/// record would take its number otherwise and receive our messages.
Result<void> open_standard_streams();

/// Writes all of `text` to `fd`.
Result<void> write_quietly(sys::FdRef fd, std::string_view text);

/// Makes the file `path` with `text`. Never replaces one: somebody's work may be in it.
Result<void> write_new(const std::string& path, const std::string& text);

/// Fails as write_new() would for a file that is there, before the work for its text is done.
Result<void> refuse_to_replace(const std::string& path);

/// Writes what the user asked for to standard output.
Result<void> print(std::string_view text);

/// Writes `line` and a line end to standard error, in one write; there is nobody to tell if it
/// can't be done.
void complain(std::string_view line);

}  // namespace hull::cmd
