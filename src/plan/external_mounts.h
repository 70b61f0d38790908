// SPDX-License-Identifier: Apache-2.0
// Of a container's mounts those that a checkpoint does not hold, for they show what lies outside:
// binds, and what binds were made of by us. A checkpoint knows each by where it is mounted, and
// restore says what is to be there. Pure. criu.org, "External bind mounts".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/mountinfo.h"
#include "plan/plan.h"

namespace hull::plan {

/// Whether something is mounted for it: a link is none, and a change of attributes no further one.
bool is_mounted(const Mount& mount);

/// The plan's mount that `path` is a part of: the nearest at or above it, of those the last; null:
/// it is the rootfs's.
const Mount* mount_holding(const Plan& plan, std::string_view path);

/// Where they are in a container of `plan`, whose /proc/PID/mountinfo is `mounts`. Everything at
/// and below a bind is, up to the next mount that the plan has there; and what shows a part of a
/// file system that the container has nowhere as a whole, as covers and devices do.
std::vector<std::string> external_mounts(const Plan& plan, const std::vector<MountInfo>& mounts);

struct ExternalMount {
  /// As external_mounts() has it.
  std::string point;
  /// An absolute path of the host's.
  std::string source;
  bool operator==(const ExternalMount&) const = default;
};

/// What each may be in a container of `plan` that is restored: more than there are, which does no
/// harm. `points` has for each destination of the plan's binds the place that its symlinks lead to;
/// `host` is what is mounted on the host.
std::vector<ExternalMount> external_sources(const Plan& plan,
                                            const std::map<std::string, std::string>& points,
                                            const std::vector<MountInfo>& host);

}  // namespace hull::plan
