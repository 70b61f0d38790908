// SPDX-License-Identifier: Apache-2.0
// The files of one cgroup, read one after the other. Host side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// Reads files of a cgroup's directory. One that is not there, or that the kernel does not support,
/// is absent; the first other failure sticks, and from then on every file is absent.
class Files {
 public:
  /// `directory` below `root`, which is borrowed.
  Files(sys::FdRef root, std::string directory) : root_(root), directory_(std::move(directory)) {}

  std::optional<std::string> text(std::string_view file);
  /// A number, or "max"; absent when the text is neither.
  std::optional<std::uint64_t> number(std::string_view file);
  /// The names of all files.
  std::vector<std::string> names();
  /// The failure, if there was one.
  Result<void> finish() &&;

 private:
  sys::FdRef root_;
  std::string directory_;
  std::optional<Error> failure_;
};

}  // namespace hull::cgroup
