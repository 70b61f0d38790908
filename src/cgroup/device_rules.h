// SPDX-License-Identifier: Apache-2.0
// From the config's device rules and our own to the decisions they come down to, and those in the
// words of the v1 devices controller. Pure; device_program.h turns the same into eBPF for v2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "spec/linux.h"

namespace hull::cgroup {

/// What may be done with a device, as bits; the kernel's BPF_DEVCG_ACC_ values.
enum DeviceAccess : unsigned { kMknod = 1, kRead = 2, kWrite = 4, kAnyAccess = 7 };

enum class Verdict { Deny, Allow };

/// A verdict on some accesses to one device, or to all with a major or a minor number.
struct DeviceException {
  Verdict verdict = Verdict::Allow;
  /// Absent: any.
  std::optional<std::uint32_t> major;
  std::optional<std::uint32_t> minor;
  unsigned access = kAnyAccess;
  /// The config's rule it comes from, for messages; absent for our own.
  std::optional<std::size_t> rule;
};

/// All devices of one type. Each accessed bit is decided by the last exception that speaks of it,
/// else by `base`; an access is permitted when each of its bits is.
struct DeviceTypePolicy {
  Verdict base = Verdict::Deny;
  std::vector<DeviceException> exceptions;
};

struct DevicePolicy {
  DeviceTypePolicy block;
  DeviceTypePolicy character;
};

/// The policy of `rules` in their listed order (config-linux.md, "Allowed Device list"). Everything
/// is denied at first but making nodes and the devices that every container has (null, zero, full,
/// random, urandom, tty, pseudo-terminals, tun). A rule that denies all devices of a type leaves
/// those standing, as most configs begin with it; any narrower rule is taken at its word.
/// An absent or empty type, number (also -1) or access means all. No exception in the result is
/// without effect. Fails on what is no type, number or access, with the rule's JSON pointer.
Result<DevicePolicy> device_policy(const std::vector<spec::DeviceRule>& rules);

/// Whether `policy` lets a process do `access` (bits) with device `type` ('b' or 'c').
bool permits(const DevicePolicy& policy, char type, std::uint32_t major, std::uint32_t minor,
             unsigned access);

/// Whether it forbids nothing.
bool permits_everything(const DevicePolicy& policy);

/// What to write to devices.allow and devices.deny, first the default for all.
struct DeviceWrites {
  /// The default, "a", goes to devices.allow or devices.deny; the exceptions go to the other.
  Verdict all = Verdict::Deny;
  /// "c 1:3 rwm"
  std::vector<std::string> exceptions;
};

/// `policy` in v1's words (kernel, cgroup-v1/devices.rst), which know exceptions from one default
/// and none from those: fails with the pointer of the rule that would be one. Only the making of a
/// node is not worth a failure: v1 permits it where just some nodes were denied.
Result<DeviceWrites> legacy_device_writes(const DevicePolicy& policy);

/// The first of `rules` that denies a particular device, for one who cannot enforce any; that
/// everything be denied is how most configs begin.
std::optional<std::size_t> particular_denial(const std::vector<spec::DeviceRule>& rules);

}  // namespace hull::cgroup
