// SPDX-License-Identifier: Apache-2.0
// Why the kernel denies an ordinary user a container, when its errno does not say, and what to do
// about it. Host side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "sys/proc.h"

namespace hull::host {

/// What a host says about namespaces of those who have no powers: files of /proc/sys, each absent
/// where the kernel has no such setting.
struct NamespaceSettings {
  /// user.max_*_namespaces that are 0, of the types that were asked for.
  std::string exhausted;
  /// kernel.unprivileged_userns_clone, Debian's.
  std::optional<std::string> unprivileged_clone;
  /// kernel.apparmor_restrict_unprivileged_userns, Ubuntu's.
  std::optional<std::string> apparmor_restriction;
  bool has_power = false;
};

/// The one next step after the kernel answered `code` to one who made a user namespace; "" when
/// nothing explains it. Pure.
std::string next_step(int code, const NamespaceSettings& settings);

/// `error` of a container with the new namespaces `created` (CLONE_NEW*), with that step as its
/// hint. One that has a hint keeps it.
Error diagnose(Error error, std::uint64_t created, const sys::Proc& proc);

}  // namespace hull::host
