// SPDX-License-Identifier: Apache-2.0
// Compiled seccomp filters, kept for the next container with the same profile. Host side.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::host {

/// Values by key in a directory of ours, in as many places as there are: a new value takes the
/// place of another. What lies there is believed only if nobody but us could have written it, if it
/// is whole, and if it has the whole key, byte for byte.
class FilterCache {
 public:
  /// Below the state root `root`, which is made with the first container; the cache itself with the
  /// first value. Values that another `build` of hull made are not found.
  FilterCache(std::string root, std::string build)
      : root_(std::move(root)), build_(std::move(build)) {}

  /// The value of `key`; nothing when there is none, or none to be believed.
  std::optional<std::string> find(std::string_view key) const;
  /// Keeps `value`. Written atomically: two at a time do no harm.
  Result<void> keep(std::string_view key, std::string_view value) const;

  /// The directory's name below the state root: no container's id has a colon.
  static constexpr const char* kDirectory = ".seccomp:filters";

 private:
  /// The key within the files, and for the place.
  std::string whole(std::string_view key) const;
  std::string root_;
  std::string build_;
};

}  // namespace hull::host
