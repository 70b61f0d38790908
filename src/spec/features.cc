// SPDX-License-Identifier: Apache-2.0
#include "spec/features.h"

#include "spec/fields.h"

namespace hull::spec {

void fields(Fields& f, Features& value) {
  f.required("ociVersionMin", value.oci_version_min);
  f.required("ociVersionMax", value.oci_version_max);
  f.optional("hooks", value.hooks);
  f.optional("mountOptions", value.mount_options);
  f.optional("linux", value.linux_section);
  f.optional("annotations", value.annotations);
  f.optional("potentiallyUnsafeConfigAnnotations", value.potentially_unsafe_config_annotations);
}

void fields(Fields& f, LinuxFeatures& value) {
  f.optional("namespaces", value.namespaces);
  f.optional("capabilities", value.capabilities);
  f.optional("cgroup", value.cgroup);
  f.optional("seccomp", value.seccomp);
  f.optional("apparmor", value.apparmor);
  f.optional("selinux", value.selinux);
  f.optional("intelRdt", value.intel_rdt);
  f.optional("memoryPolicy", value.memory_policy);
  f.optional("mountExtensions", value.mount_extensions);
  f.optional("netDevices", value.net_devices);
}

void fields(Fields& f, CgroupFeatures& value) {
  f.optional("v1", value.v1);
  f.optional("v2", value.v2);
  f.optional("systemd", value.systemd);
  f.optional("systemdUser", value.systemd_user);
  f.optional("rdma", value.rdma);
}

void fields(Fields& f, SeccompFeatures& value) {
  f.optional("enabled", value.enabled);
  f.optional("actions", value.actions);
  f.optional("operators", value.operators);
  f.optional("archs", value.archs);
  f.optional("knownFlags", value.known_flags);
  f.optional("supportedFlags", value.supported_flags);
}

void fields(Fields& f, EnabledFeature& value) {
  f.optional("enabled", value.enabled);
}

void fields(Fields& f, IntelRdtFeatures& value) {
  f.optional("enabled", value.enabled);
  f.optional("schemata", value.schemata);
  f.optional("monitoring", value.monitoring);
}

void fields(Fields& f, MemoryPolicyFeatures& value) {
  f.optional("modes", value.modes);
  f.optional("flags", value.flags);
}

void fields(Fields& f, MountExtensions& value) {
  f.optional("idmap", value.idmap);
}

}  // namespace hull::spec
