// SPDX-License-Identifier: Apache-2.0
#include "plan/exec.h"

#include <algorithm>
#include <iterator>

#include "plan/annotations.h"
#include "plan/idmaps.h"
#include "plan/namespaces.h"
#include "plan/process.h"
#include "plan/request.h"
#include "plan/seccomp.h"
#include "plan/unsupported.h"
#include "spec/annotations.h"
#include "spec/landlock.h"

namespace hull::plan {
namespace {

constexpr std::string_view kKeptAnnotations[] = {
    spec::kLandlockAnnotation, spec::annotations::kKeepOriginalGroups,
    spec::annotations::kSeccompReceiver, spec::annotations::kSeccompBpfData,
    spec::annotations::kMountContextType};

spec::Seccomp without_rules(const spec::Seccomp& seccomp) {
  spec::Seccomp part = seccomp;
  part.architectures.clear();
  part.syscalls.clear();
  std::ranges::copy_if(seccomp.syscalls, std::back_inserter(part.syscalls),
                       [](const auto& entry) { return entry.action == "SCMP_ACT_NOTIFY"; });
  return part;
}

}  // namespace

spec::Config exec_part(const spec::Config& config) {
  spec::Config part;
  part.oci_version = config.oci_version;
  part.process = config.process;
  for (std::string_view key : kKeptAnnotations)
    if (const std::string* value = find_annotation(config.annotations, key))
      part.annotations.emplace(key, *value);
  const spec::Linux& whole = config.linux_section;
  spec::Linux& section = part.linux_section;
  section.namespaces = whole.namespaces;
  section.uid_mappings = whole.uid_mappings;
  section.gid_mappings = whole.gid_mappings;
  section.personality = whole.personality;
  section.memory_policy = whole.memory_policy;
  section.masked_paths = whole.masked_paths;
  section.readonly_paths = whole.readonly_paths;
  section.mount_label = whole.mount_label;
  if (whole.seccomp) section.seccomp = without_rules(*whole.seccomp);
  return part;
}

Result<Planned> plan_exec(const spec::Config& part, const Options& options, const Facts& facts) {
  Planned planned;
  Plan& plan = planned.plan;
  const Request request{part, options, facts, planned.warnings};
  TRY(refuse_unsupported(part));
  plan.id = options.id;
  plan.namespaces = TRY(plan_namespaces(request));
  plan.id_maps = TRY(plan_id_maps(request, plan.namespaces));
  plan.process = TRY(plan_process(request, plan.namespaces, plan.id_maps));
  plan.seccomp = TRY(plan_filter(part, planned.warnings));
  plan.keyring = plan_keyring(options);
  return planned;
}

}  // namespace hull::plan
