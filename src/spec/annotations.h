// SPDX-License-Identifier: Apache-2.0
// The annotations of config.json that hull obeys or refuses: once, for those who read them and for
// `features`. All others are stored and handed on, and change nothing. Pure.
#pragma once

#include <span>
#include <string_view>

namespace hull::spec::annotations {

// crun's names, which Podman and CRI-O give.
inline constexpr std::string_view kKeepOriginalGroups = "run.oci.keep_original_groups";
inline constexpr std::string_view kMountContextType = "run.oci.mount_context_type";
inline constexpr std::string_view kPidfdReceiver = "run.oci.pidfd_receiver";
inline constexpr std::string_view kHooksStdout = "run.oci.hooks.stdout";
inline constexpr std::string_view kHooksStderr = "run.oci.hooks.stderr";
inline constexpr std::string_view kSeccompReceiver = "run.oci.seccomp.receiver";
inline constexpr std::string_view kSeccompFailUnknown = "run.oci.seccomp_fail_unknown_syscall";
inline constexpr std::string_view kSeccompBpfData = "run.oci.seccomp_bpf_data";
inline constexpr std::string_view kSeccompPlugins = "run.oci.seccomp.plugins";
inline constexpr std::string_view kDelegateCgroup = "run.oci.delegate-cgroup";
inline constexpr std::string_view kSystemdSubgroup = "run.oci.systemd.subgroup";
inline constexpr std::string_view kForceCgroupV1 = "run.oci.systemd.force_cgroup_v1";
inline constexpr std::string_view kHandler = "run.oci.handler";
inline constexpr std::string_view kWasmVariant = "module.wasm.image/variant";
// Of CRIU's own, as runc and crun take it.
inline constexpr std::string_view kCriuConfig = "org.criu.config";
inline constexpr std::string_view kContainerType = "io.kubernetes.cri.container-type";
// A beginning of names, runc's and crun's.
inline constexpr std::string_view kSystemdProperty = "org.systemd.property.";

/// What hull does about an annotation.
enum class Treatment {
  Obeyed,
  /// Where it asks for anything.
  Refused,
};

struct Known {
  /// The name; one that ends in '.' is the beginning of names (features.md).
  std::string_view key;
  Treatment treatment;
};

/// All of them, by name.
std::span<const Known> known();

}  // namespace hull::spec::annotations
