// SPDX-License-Identifier: Apache-2.0
#include "cmd/features.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output.h"
#include "cmd/version.h"
#include "host/seccomp.h"
#include "plan/landlock.h"
#include "plan/mount_options.h"
#include "seccomp/architectures.h"
#include "seccomp/syscalls.h"
#include "spec/annotations.h"
#include "spec/codec.h"
#include "spec/landlock.h"
#include "spec/words.h"
#include "sys/identity.h"

namespace hull::cmd {
namespace {

std::vector<std::string> capability_names() {
  std::vector<std::string> names;
  for (unsigned number = 0; number <= sys::last_capability(); number++)
    if (std::optional<std::string> name = sys::capability_name(number))
      names.push_back(std::move(*name));
  return names;
}

std::vector<std::string> listed(spec::words::Words words) {
  return {words.begin(), words.end()};
}

std::vector<std::string> sorted(spec::words::Words words) {
  std::vector<std::string> list = listed(words);
  std::ranges::sort(list);
  return list;
}

spec::SeccompFeatures seccomp_features() {
  spec::SeccompFeatures features = {.enabled = true,
                                    .actions = sorted(spec::words::seccomp_actions()),
                                    .operators = sorted(spec::words::seccomp_operators()),
                                    .known_flags = sorted(spec::words::seccomp_flags())};
  for (const seccomp::Architecture& architecture : seccomp::architectures())
    features.archs.emplace_back(architecture.name);
  std::ranges::sort(features.archs);
  for (const std::string& flag : features.known_flags)
    if (host::has_filter_flag(flag)) features.supported_flags.push_back(flag);
  return features;
}

spec::LinuxFeatures linux_features() {
  constexpr spec::EnabledFeature kYes{.enabled = true};
  spec::LinuxFeatures features;
  features.namespaces = {"cgroup", "ipc", "mount", "network", "pid", "time", "user", "uts"};
  features.capabilities = capability_names();
  features.cgroup = spec::CgroupFeatures{
      .v1 = true, .v2 = true, .systemd = true, .systemd_user = true, .rdma = false};
  features.seccomp = seccomp_features();
  features.apparmor = kYes;
  features.selinux = kYes;
  features.memory_policy =
      spec::MemoryPolicyFeatures{.modes = listed(spec::words::memory_policy_modes()),
                                 .flags = listed(spec::words::memory_policy_flags())};
  features.intel_rdt =
      spec::IntelRdtFeatures{.enabled = true, .schemata = true, .monitoring = true};
  features.mount_extensions = spec::MountExtensions{.idmap = kYes};
  features.net_devices = kYes;
  return features;
}

// By name; one that ends in '.' stands for all that begin so.
std::string obeyed_annotations() {
  std::string names;
  for (const auto& [key, treatment] : spec::annotations::known())
    if (treatment == spec::annotations::Treatment::Obeyed)
      names.append(names.empty() ? "" : " ").append(key);
  return names;
}

// The keys by which callers of that name find version and checkpoints.
void add_names(std::map<std::string, std::string>& annotations, life::Compat compat) {
  if (compat == life::Compat::None) return;
  const std::string key = compat == life::Compat::Runc ? "org.opencontainers.runc" : "run.oci.crun";
  annotations[key + ".version"] = version_for(compat);
  annotations[key + ".commit"] = kCommit;
  annotations[key + ".checkpoint.enabled"] = "true";
}

}  // namespace

spec::Features features(life::Compat compat) {
  spec::Features features;
  features.oci_version_min = kOldestSpecVersion;
  features.oci_version_max = kSpecVersion;
  features.hooks = {"prestart",       "createRuntime", "createContainer",
                    "startContainer", "poststart",     "poststop"};
  for (std::string_view word : plan::mount_option_words())
    features.mount_options.emplace_back(word);
  std::ranges::sort(features.mount_options);
  features.linux_section = linux_features();
  // Those that are refused change what happens as well.
  for (const auto& [key, treatment] : spec::annotations::known())
    features.potentially_unsafe_config_annotations.emplace_back(key);
  features.annotations = {
      {"run.oci.hull.version", kVersion},
      {"run.oci.hull.commit", kCommit},
      {"run.oci.hull.config-annotations", obeyed_annotations()},
      // As crun has it, so that there is one name for all to ask for.
      {"org.opencontainers.runc.checkpoint.enabled", "true"},
      {"io.github.seccomp.libseccomp.version", seccomp::libseccomp_version()},
      // Which of them the kernel enforces shows only where the container is made.
      {format("{}.rights", spec::kLandlockAnnotation),
       plan::describe_file_rights(plan::kKnownFileRights)}};
  add_names(features.annotations, compat);
  return features;
}

Verb features_verb() {
  return {.name = "features",
          .arguments = "",
          .summary = "print what is built in as JSON",
          .options = {},
          .run = [](life::Context& context, const Arguments&) -> Result<int> {
            TRY(print(spec::encode(features(context.compat), {.count = 2}) + '\n'));
            return 0;
          }};
}

}  // namespace hull::cmd
