// SPDX-License-Identifier: Apache-2.0
#include "plan/lsm.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "plan/annotations.h"
#include "spec/annotations.h"

namespace hull::plan {
namespace {

Error without_module(std::string_view pointer, std::string_view label, std::string_view module) {
  return Error::refused(format("{}: '{}' needs {}, which this host's kernel has not enabled",
                               pointer, label, module));
}

Result<std::string> plan_apparmor(const std::string& asked, const Facts& facts) {
  constexpr std::string_view kPointer = "/process/apparmorProfile";
  if (asked.empty()) return std::string();
  if (!facts.has_apparmor) {
    if (asked == "unconfined") return std::string();
    return without_module(kPointer, asked, "AppArmor");
  }
  const bool is_stacked = asked.starts_with('&');
  const std::string name = is_stacked ? asked.substr(1) : asked;
  if (name.empty()) return Error::refused(format("{}: '{}' names no profile", kPointer, asked));
  // "exec unconfined" is not nothing: the kernel would look for a profile by the program's path.
  return (is_stacked || facts.confined_by_apparmor ? "stack " : "exec ") + name;
}

// The policy labels these by what is in them, whatever a mount says; or there is but one of them,
// which is the host's as well and has its label.
bool keeps_its_label(std::string_view type) {
  constexpr std::array<std::string_view, 14> kTypes = {
      "proc",     "sysfs",      "cgroup", "cgroup2",  "bpf",     "debugfs",  "tracefs",
      "devtmpfs", "securityfs", "pstore", "efivarfs", "fusectl", "configfs", "selinuxfs"};
  return std::ranges::find(kTypes, type) != kTypes.end();
}

constexpr std::array<std::string_view, 4> kContexts = {"context", "fscontext", "defcontext",
                                                       "rootcontext"};

bool has_context(const Mount& mount) {
  return std::ranges::any_of(mount.parameters, [](const FilesystemParameter& parameter) {
    return std::ranges::find(kContexts, parameter.key) != kContexts.end();
  });
}

}  // namespace

bool apparmor_confines(std::string_view current) {
  const std::string_view label = trim(current);
  return label != "unconfined" && !label.ends_with(" (unconfined)");
}

Result<Labels> plan_labels(const Request& request) {
  const spec::Process& asked = *request.config.process;
  Labels labels;
  labels.apparmor = TRY(plan_apparmor(asked.apparmor_profile, request.facts));
  if (!asked.selinux_label.empty() && !request.facts.has_selinux)
    return without_module("/process/selinuxLabel", asked.selinux_label, "SELinux");
  labels.selinux = asked.selinux_label;
  return labels;
}

Result<std::string> plan_mount_label(const Request& request) {
  const std::string& asked = request.config.linux_section.mount_label;
  if (!asked.empty() && !request.facts.has_selinux)
    return without_module("/linux/mountLabel", asked, "SELinux");
  return asked;
}

Result<std::string> plan_mount_label_parameter(const Request& request) {
  constexpr std::string_view kKey = spec::annotations::kMountContextType;
  const std::string* asked = find_annotation(request.config.annotations, kKey);
  if (asked == nullptr || asked->empty()) return std::string(kContexts[0]);
  if (std::ranges::find(kContexts, *asked) == kContexts.end())
    return Error::refused(
        format("{}: '{}' is none of context, fscontext, defcontext and rootcontext",
               annotation_pointer(kKey), *asked));
  return *asked;
}

void label_mounts(const std::string& label, const std::string& parameter,
                  std::vector<Mount>& mounts) {
  if (label.empty()) return;
  for (Mount& mount : mounts) {
    if (mount.kind != MountKind::Filesystem || keeps_its_label(mount.type)) continue;
    if (mount.type == "mqueue")
      mount.root_label = label;
    else if (!has_context(mount))
      mount.parameters.push_back({parameter, label});
  }
}

}  // namespace hull::plan
