// SPDX-License-Identifier: Apache-2.0
#include "plan/make_plan.h"

#include <linux/sched.h>

#include "base/text.h"
#include "plan/cgroup_mounts.h"
#include "plan/devices.h"
#include "plan/hooks.h"
#include "plan/idmaps.h"
#include "plan/lsm.h"
#include "plan/mounts.h"
#include "plan/namespaces.h"
#include "plan/netdevices.h"
#include "plan/process.h"
#include "plan/rdt.h"
#include "plan/request.h"
#include "plan/rootfs.h"
#include "plan/seccomp.h"
#include "plan/sysctl.h"
#include "plan/unsupported.h"

namespace hull::plan {
namespace {

// `hostname` and `domainname`. Outside a uts namespace of the container's they would be the host's.
Result<std::optional<std::string>> plan_name(const std::string& asked, std::string_view pointer,
                                             const Namespaces& namespaces) {
  std::optional<std::string> name;
  if (asked.empty()) return name;
  if (!namespaces.has(CLONE_NEWUTS))
    return Error::refused(format("{}: {}", pointer, lack(namespaces, CLONE_NEWUTS)));
  // __NEW_UTS_LEN of the kernel.
  if (asked.size() > 64)
    return Error::refused(
        format("{}: has {} bytes, and the kernel takes 64", pointer, asked.size()));
  name = asked;
  return name;
}

}  // namespace

std::optional<std::string> plan_keyring(const Options& options) {
  if (options.no_new_keyring) return std::nullopt;
  return "_ses." + options.id;
}

Result<Planned> make_plan(const spec::Config& config, const Options& options, const Facts& facts) {
  Planned planned;
  Plan& plan = planned.plan;
  const Request request{config, options, facts, planned.warnings};
  const spec::Linux& section = config.linux_section;
  TRY(refuse_unsupported(config));

  Namespaces namespaces = TRY(plan_namespaces(request));
  TRY(check_powers(facts, namespaces));
  IdMaps id_maps = TRY(plan_id_maps(request, namespaces));
  Rootfs rootfs = TRY(plan_rootfs(request, namespaces));
  PlannedMounts mounts = TRY(plan_mounts(request, namespaces, id_maps, rootfs));
  std::string mount_label = TRY(plan_mount_label(request));
  std::string mount_label_parameter = TRY(plan_mount_label_parameter(request));
  label_mounts(mount_label, mount_label_parameter, mounts.mounts);
  PlannedDevices devices = TRY(plan_devices(request, namespaces, id_maps, mounts.owns_dev));
  std::vector<NetDevice> net_devices = TRY(plan_net_devices(request, namespaces));
  std::optional<Rdt> rdt = TRY(plan_rdt(request));
  std::vector<std::string> masked = TRY(plan_paths(section.masked_paths, "/linux/maskedPaths"));
  std::vector<std::string> readonly =
      TRY(plan_paths(section.readonly_paths, "/linux/readonlyPaths"));
  auto hostname = TRY(plan_name(config.hostname, "/hostname", namespaces));
  auto domainname = TRY(plan_name(config.domainname, "/domainname", namespaces));
  std::vector<Sysctl> sysctls = TRY(plan_sysctls(request, namespaces));
  std::optional<Process> process = TRY(plan_process(request, namespaces, id_maps));
  HookPaths hook_paths = TRY(plan_hook_paths(config.annotations));
  std::optional<Seccomp> seccomp = TRY(plan_filter(config, planned.warnings));

  plan.id = options.id;
  plan.bundle = options.bundle;
  plan.open_to_caller =
      facts.euid != 0 && namespaces.creates(CLONE_NEWUSER) && namespaces.creates(CLONE_NEWPID);
  plan.namespaces = std::move(namespaces);
  plan.id_maps = std::move(id_maps);
  plan.rootfs = std::move(rootfs);
  plan.mounts = std::move(mounts.mounts);
  plan.owns_dev = mounts.owns_dev;
  plan.bind_devices = devices.bind;
  plan.devices = std::move(devices.nodes);
  plan.device_links = std::move(devices.links);
  plan.net_devices = std::move(net_devices);
  plan.rdt = std::move(rdt);
  plan.masked_paths = std::move(masked);
  plan.readonly_paths = std::move(readonly);
  plan.mount_label = std::move(mount_label);
  plan.mount_label_parameter = std::move(mount_label_parameter);
  plan.hostname = std::move(hostname);
  plan.domainname = std::move(domainname);
  plan.sysctls = std::move(sysctls);
  plan.keyring = plan_keyring(options);
  plan.process = std::move(process);
  plan.seccomp = std::move(seccomp);
  if (section.resources) plan.resources = *section.resources;
  plan.cgroup_owner = plan_cgroup_owner(request, plan.namespaces, plan.id_maps);
  plan.hooks = config.hooks;
  plan.hook_paths = std::move(hook_paths);
  return planned;
}

}  // namespace hull::plan
