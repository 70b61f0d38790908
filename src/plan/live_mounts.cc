// SPDX-License-Identifier: Apache-2.0
#include "plan/live_mounts.h"

#include <linux/sched.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "plan/idmaps.h"
#include "plan/lsm.h"
#include "plan/mount_options.h"
#include "plan/mounts.h"
#include "plan/namespaces.h"
#include "plan/request.h"
#include "plan/rootfs.h"

namespace hull::plan {
namespace {

// In a mount namespace that was joined the mounts are others' too, the host's perhaps.
Result<void> check_mount_namespace(const Namespaces& namespaces) {
  if (namespaces.creates(CLONE_NEWNS)) return {};
  return Error::refused("the container has no mount namespace that was made for it");
}

Result<Planned> start(const Request& request) {
  Planned planned;
  Plan& plan = planned.plan;
  const spec::Linux& section = request.config.linux_section;
  plan.id = request.options.id;
  plan.bundle = request.options.bundle;
  plan.namespaces = TRY(plan_namespaces(request));
  TRY(check_mount_namespace(plan.namespaces));
  plan.id_maps = TRY(plan_id_maps(request, plan.namespaces));
  plan.rootfs = TRY(plan_rootfs(request, plan.namespaces));
  plan.masked_paths = TRY(plan_paths(section.masked_paths, "/linux/maskedPaths"));
  plan.readonly_paths = TRY(plan_paths(section.readonly_paths, "/linux/readonlyPaths"));
  return planned;
}

bool has_paths_within(const Plan& plan, std::string_view place) {
  auto is_there = [&](const std::string& path) { return path::is_within(path, place); };
  return std::ranges::any_of(plan.masked_paths, is_there) ||
         std::ranges::any_of(plan.readonly_paths, is_there);
}

// What the masks of one proc hide, another would show. In a user namespace the kernel says the
// same.
Result<void> check_hides_as_much(const Plan& plan, const Mount& mount) {
  if (mount.kind != MountKind::Filesystem) return {};
  const bool is_proc = mount.type == "proc";
  if (!is_proc && mount.type != "sysfs") return {};
  if (!has_paths_within(plan, is_proc ? "/proc" : "/sys")) return {};
  return Error::refused(
      format("{}/type: another {} would show what is masked or read-only in that of the container",
             mount.origin, mount.type));
}

Result<void> check_place(const Plan& plan, const Mount& mount) {
  auto why = confinement_at(plan, mount.destination);
  if (!why) return {};
  return Error::refused(format("{}/destination: '{}' {}", mount.origin, mount.destination, *why));
}

Result<void> check_added(const Plan& plan, const Mount& mount) {
  if (mount.kind == MountKind::Attributes)
    return Error::refused(
        format("{}/options: would change a mount that is there: mounts can be added and removed",
               mount.origin));
  // By now links of the container's are there, which would lead it anywhere on the host.
  if (mount.source_inside)
    return Error::refused(
        format("{}/source: '{}' is in the container itself", mount.origin, mount.source));
  TRY(check_place(plan, mount));
  return check_hides_as_much(plan, mount);
}

}  // namespace

Result<Planned> plan_added_mounts(const spec::Config& part, const Options& options,
                                  const Facts& facts) {
  std::vector<std::string> warnings;
  const Request request{part, options, facts, warnings};
  Planned planned = TRY(start(request));
  Plan& plan = planned.plan;
  plan.mounts = TRY(plan_mount_list(request, plan.namespaces, plan.id_maps, plan.rootfs, ""));
  for (const Mount& mount : plan.mounts) TRY(check_added(plan, mount));
  plan.mount_label = TRY(plan_mount_label(request));
  plan.mount_label_parameter = TRY(plan_mount_label_parameter(request));
  label_mounts(plan.mount_label, plan.mount_label_parameter, plan.mounts);
  planned.warnings = std::move(warnings);
  return planned;
}

Result<Planned> plan_removed_mounts(const spec::Config& part, const Options& options,
                                    const Facts& facts) {
  std::vector<std::string> warnings;
  const Request request{part, options, facts, warnings};
  Planned planned = TRY(start(request));
  Plan& plan = planned.plan;
  for (std::size_t i = 0; i < part.mounts.size(); ++i) {
    const spec::Mount& asked = part.mounts[i];
    Mount mount;
    mount.origin = format("/{}", i);
    if (asked.destination.empty())
      return Error::refused(format("{}/destination: is missing or empty", mount.origin));
    mount.destination = plan_destination(request, asked, plan.rootfs, mount.origin);
    mount.destination_nofollow = parse_mount_options(asked.options).destination_nofollow;
    TRY(check_place(plan, mount));
    plan.mounts.push_back(std::move(mount));
  }
  planned.warnings = std::move(warnings);
  return planned;
}

std::optional<std::string> confinement_at(const Plan& plan, std::string_view path) {
  constexpr std::array<std::string_view, 4> kGround = {"/", "/proc", "/sys", "/dev"};
  if (std::ranges::find(kGround, path) != kGround.end()) return "must stay as it is";
  auto touches = [&](const std::string& other) {
    return path::is_within(path, other) || path::is_within(other, path);
  };
  for (const auto& [pointer, paths] : {std::pair("/linux/maskedPaths", &plan.masked_paths),
                                       std::pair("/linux/readonlyPaths", &plan.readonly_paths)}) {
    auto found = std::ranges::find_if(*paths, touches);
    if (found != paths->end()) return format("must stay as it is: {} has '{}'", pointer, *found);
  }
  return std::nullopt;
}

}  // namespace hull::plan
