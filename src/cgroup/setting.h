// SPDX-License-Identifier: Apache-2.0
// One value of linux.resources on its way to the kernel: which file of the container's cgroup gets
// which text. Values, decided without touching a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull::cgroup {

/// One text for one file of the cgroup.
struct Assignment {
  std::string file;
  std::string text;

  bool operator==(const Assignment&) const = default;
};

/// What a kernel that lacks the file does: not what is asked for, or just that anyway.
enum class Absent { Refused, Fine };

struct Setting {
  /// Whose it is, and so on which hierarchy: "memory"; "" for v2's core files (cgroup.max.depth).
  std::string controller;
  /// Where it was asked for: "/linux/resources/memory/limit".
  std::string pointer;
  /// The first whose file exists is written.
  std::vector<Assignment> choices;
  Absent absent = Absent::Refused;
  /// The file with the usage that the value must not be below (checkBeforeUpdate); empty: none.
  std::string usage;
  /// Parents that make() made need the value first: real-time run time is only ever handed down.
  bool parents_first = false;
  /// Some kernels take the limit and forget it: it is read back, and refused when it is not there.
  bool may_be_forgotten = false;
};

using Settings = std::vector<Setting>;

/// Appends "write `text` to `file`", asked for by `member` ("memory/limit") of linux.resources.
/// Borrowed until the next one is appended.
Setting& set(Settings& settings, std::string_view controller, std::string_view member,
             std::string file, std::string text);

/// The JSON pointer of a member of linux.resources: "/linux/resources/cpu/shares".
std::string pointer_to(std::string_view member);

/// Whether a number that means "unset" when it is 0 was set.
template <class Number>
bool is_set(const std::optional<Number>& number) {
  return number.value_or(0) != 0;
}

}  // namespace hull::cgroup
