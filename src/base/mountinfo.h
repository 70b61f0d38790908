// SPDX-License-Identifier: Apache-2.0
// The text of a /proc/PID/mountinfo (proc_pid_mountinfo(5)). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hull {

/// One mount, its names unescaped.
struct MountInfo {
  std::uint64_t id = 0;
  std::uint64_t parent = 0;
  /// The file system, by its device: "8:1".
  std::string device;
  /// What of the file system is mounted: "/" is all of it.
  std::string root;
  /// Where, seen from the reader's root.
  std::string point;
  std::string type;
  /// Those of the file system: "rw,size=64k".
  std::string options;
};

/// Every mount of `text`, in its order; lines that are none are passed over.
std::vector<MountInfo> parse_mountinfo(std::string_view text);

}  // namespace hull
