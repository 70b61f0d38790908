// SPDX-License-Identifier: Apache-2.0
// The properties of a container's unit: those that say the same as its cgroup's files, so that
// systemd never writes other values there, and those that annotations ask for. Pure.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/dbus_value.h"
#include "cgroup/setting.h"

namespace hull::cgroup {

/// The properties for `writes`, of which a later one counts more. What no property of systemd
/// `version` (257) stands for, or takes, is left out: systemd does not touch that file then.
/// `now` gives the present text of a file of the cgroup, nothing when there is none: a CPU quota is
/// a part of a period that the writes may not name. A quota is rounded up to the next percent, for
/// systemd keeps no more of it over a daemon-reload.
Properties unit_properties(
    const std::vector<Assignment>& writes, unsigned version,
    const std::function<std::optional<std::string>(const std::string& file)>& now);

/// The properties that `annotations` ask for by "org.systemd.property.NAME", each in GVariant's
/// text form; a NAME that ends in "Sec" is the property NAME without it and "USec", in
/// microseconds, as runc and crun have it. Fails with the pointer of an annotation with a name that
/// is none, a value that is not understood, or a property that is hull's to set.
Result<Properties> annotated_properties(const std::map<std::string, std::string>& annotations);

}  // namespace hull::cgroup
