// SPDX-License-Identifier: Apache-2.0
// /proc through a verified handle: never by bare path, which an image or another container may have
// covered. Both sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// The root of a procfs. Names are relative to it ("self/status"); a name that leaves this mount or
/// passes a magic link is refused by the kernel, so nothing mounted over a file is ever read or
/// written (CVE-2019-16884, CVE-2025-52881).
class Proc {
 public:
  /// The host's /proc: checked to be the root of a procfs. Fails with what was found instead.
  static Result<Proc> open();
  /// A new instance for the pid namespace we are in, mounted nowhere: also right when /proc is
  /// absent or partly covered. Needs CAP_SYS_ADMIN over the mount and pid namespaces, and in a user
  /// namespace a /proc that is not covered (the kernel's mount_too_revealing()).
  static Result<Proc> create();

  FdRef root() const { return root_; }
  /// openat2(2) below the root.
  Result<Fd> open_file(const std::string& name, int flags) const;
  Result<std::string> read(const std::string& name) const;
  Result<std::optional<std::string>> try_read(const std::string& name) const;
  /// Where `fd` of ours is, seen from our root (the text of /proc/self/fd/N). Not a path that
  /// begins with a slash when it is not below our root.
  Result<std::string> path_of(FdRef fd) const;
  /// One write(2) to an existing file.
  Result<void> write(const std::string& name, std::string_view text) const;

 private:
  explicit Proc(Fd root) : root_(std::move(root)) {}
  Fd root_;
};

}  // namespace hull::sys
