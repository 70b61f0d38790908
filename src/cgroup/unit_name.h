// SPDX-License-Identifier: Apache-2.0
// Which unit of systemd's a container is, and where systemd puts the cgroup of it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::cgroup {

/// A scope and the slice that it is in: "libpod-4711.scope" in "machine.slice".
struct UnitName {
  std::string unit;
  std::string slice;

  bool operator==(const UnitName&) const = default;
};

/// What is not named by cgroupsPath.
struct UnitDefaults {
  /// "system.slice", or "user.slice" for the systemd of a user.
  std::string_view slice = "system.slice";
  /// The name of the program.
  std::string_view program = "hull";
  std::string_view id;
};

/// The unit for a config's `linux.cgroupsPath`, "slice:prefix:name", which is the scope
/// PREFIX-NAME.scope in that slice, as with runc and crun. An empty slice is the default's; an
/// empty path the scope PROGRAM-ID.scope in it. Refuses any other form, and what cannot be a
/// unit's name (systemd.unit(5)); the reason does not name the field.
Result<UnitName> choose_unit(std::string_view cgroups_path, const UnitDefaults& defaults);

/// The cgroup of a slice below systemd's own: "/a.slice/a-b.slice" for "a-b.slice"
/// (systemd.slice(5)), "" for "-.slice".
std::string slice_path(std::string_view slice);

/// The cgroup of `unit` below systemd's own: its slice's, and in that its name, which has a "_"
/// before it where it could be a file of the kernel's ("memory.x.scope").
std::string unit_path(const UnitName& unit);

}  // namespace hull::cgroup
