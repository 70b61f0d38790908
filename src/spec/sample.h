// SPDX-License-Identifier: Apache-2.0
// The config.json that `spec` writes: a shell in a read-only rootfs, to be edited. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "spec/config.h"

namespace hull::spec {

struct SampleOptions {
  /// The container's host name.
  std::string hostname = "hull";
  /// Whether the host has cgroup v2, where a container gets a cgroup namespace of its own.
  bool cgroup_namespace = true;
  /// The caller's ids, for a container that an unprivileged user can run (`spec --rootless`).
  struct Rootless {
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
  };
  std::optional<Rootless> rootless;
};

/// The same as runc and crun write, in this runtime's version of the specification. Keeps every
/// rule of spec/rules.h.
Config sample(const SampleOptions& options);

}  // namespace hull::spec
