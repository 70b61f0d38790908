// SPDX-License-Identifier: Apache-2.0
// The features document: what `features` prints. features.md and features-linux.md of the OCI
// runtime specification 1.3.0. Values, host side. An absent member says "unknown", not "no".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hull::spec {

class Fields;

/// features-linux.md: one switch, whether the part is compiled in.
struct EnabledFeature {
  std::optional<bool> enabled;
};

/// features-linux.md, "Cgroup".
struct CgroupFeatures {
  std::optional<bool> v1;
  std::optional<bool> v2;
  std::optional<bool> systemd;
  std::optional<bool> systemd_user;
  std::optional<bool> rdma;
};

/// features-linux.md, "Seccomp": the names that config.json may use.
struct SeccompFeatures {
  std::optional<bool> enabled;
  std::vector<std::string> actions;
  std::vector<std::string> operators;
  std::vector<std::string> archs;
  std::vector<std::string> known_flags;
  std::vector<std::string> supported_flags;
};

/// features-linux.md, "Intel RDT".
struct IntelRdtFeatures {
  std::optional<bool> enabled;
  std::optional<bool> schemata;
  std::optional<bool> monitoring;
};

/// features-linux.md, "MemoryPolicy".
struct MemoryPolicyFeatures {
  std::vector<std::string> modes;
  std::vector<std::string> flags;
};

/// features-linux.md, "MountExtensions".
struct MountExtensions {
  std::optional<EnabledFeature> idmap;
};

/// features-linux.md.
struct LinuxFeatures {
  std::vector<std::string> namespaces;
  std::vector<std::string> capabilities;
  std::optional<CgroupFeatures> cgroup;
  std::optional<SeccompFeatures> seccomp;
  std::optional<EnabledFeature> apparmor;
  std::optional<EnabledFeature> selinux;
  std::optional<IntelRdtFeatures> intel_rdt;
  std::optional<MemoryPolicyFeatures> memory_policy;
  std::optional<MountExtensions> mount_extensions;
  std::optional<EnabledFeature> net_devices;
};

/// The whole document.
struct Features {
  std::string oci_version_min;
  std::string oci_version_max;
  std::vector<std::string> hooks;
  std::vector<std::string> mount_options;
  /// The key `linux`.
  std::optional<LinuxFeatures> linux_section;
  std::map<std::string, std::string> annotations;
  std::vector<std::string> potentially_unsafe_config_annotations;
};

/// The members of each, once: see spec/fields.h.
void fields(Fields& f, Features& value);
void fields(Fields& f, LinuxFeatures& value);
void fields(Fields& f, CgroupFeatures& value);
void fields(Fields& f, SeccompFeatures& value);
void fields(Fields& f, EnabledFeature& value);
void fields(Fields& f, IntelRdtFeatures& value);
void fields(Fields& f, MemoryPolicyFeatures& value);
void fields(Fields& f, MountExtensions& value);

}  // namespace hull::spec
