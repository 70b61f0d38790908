// SPDX-License-Identifier: Apache-2.0
#include "plan/process.h"

#include <linux/capability.h>
#include <linux/sched.h>
#include <sys/personality.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_set>

#include "base/text.h"
#include "plan/annotations.h"
#include "plan/caps.h"
#include "plan/idmaps.h"
#include "plan/landlock.h"
#include "plan/limits.h"
#include "plan/lsm.h"
#include "plan/schedule.h"
#include "spec/annotations.h"

namespace hull::plan {
namespace {

std::vector<std::string> plan_env(const Request& request, const std::vector<std::string>& asked) {
  std::vector<std::string> env;
  env.reserve(asked.size());
  std::unordered_set<std::string_view> seen;
  seen.reserve(asked.size());
  for (std::size_t i = asked.size(); i-- > 0;) {
    const std::string_view entry = asked[i];
    const std::size_t equals = entry.find('=');
    if (equals == 0 || equals == entry.npos)
      request.warnings.push_back(
          format("/process/env/{}: '{}' is not of the form NAME=VALUE", i, entry));
    if (seen.insert(entry.substr(0, equals)).second) env.emplace_back(entry);
  }
  std::ranges::reverse(env);
  return env;
}

Result<void> check_user(const spec::User& user, const IdMaps& id_maps) {
  auto unmapped = [](std::string_view pointer, std::uint32_t id, std::string_view maps) {
    return Error::refused(
        format("/process/user/{}: {} is not mapped by /linux/{}Mappings", pointer, id, maps));
  };
  if (!is_mapped(id_maps.uids, user.uid)) return unmapped("uid", user.uid, "uid");
  if (!is_mapped(id_maps.gids, user.gid)) return unmapped("gid", user.gid, "gid");
  for (std::size_t i = 0; i < user.additional_gids.size(); ++i)
    if (!is_mapped(id_maps.gids, user.additional_gids[i]))
      return unmapped(format("additionalGids/{}", i), user.additional_gids[i], "gid");
  return {};
}

// A manager lists the image's groups all the same, so they are no reason to refuse.
Result<bool> plan_keep_groups(const Request& request) {
  constexpr std::string_view kKey = spec::annotations::kKeepOriginalGroups;
  const bool keep = TRY(annotated_switch(request.config.annotations, kKey));
  if (keep && !request.config.process->user.additional_gids.empty())
    request.warnings.push_back(
        format("/process/user/additionalGids: are not set, for {} keeps the caller's groups",
               annotation_pointer(kKey)));
  return keep;
}

// What a caller without powers cannot have, and must not be led to believe in.
Result<void> check_groups(const spec::User& user, bool denied) {
  if (!denied || user.additional_gids.empty()) return {};
  return Error::refused(
             "/process/user/additionalGids: cannot be set where setgroups(2) is denied, as it is "
             "when the caller's own group alone is mapped")
      .hint("/linux/gidMappings with ranges of /etc/subgid can have groups");
}

Result<std::uint32_t> plan_umask(const spec::User& user) {
  if (!user.umask) return 022;
  if (*user.umask > 0777)
    return Error::refused(format("/process/user/umask: {} is above 511 (0777)", *user.umask));
  return *user.umask;
}

Result<std::optional<std::pair<std::uint16_t, std::uint16_t>>> plan_console_size(
    const spec::Process& asked) {
  std::optional<std::pair<std::uint16_t, std::uint16_t>> size;
  // config.md, "Process": "MUST ignore consoleSize if terminal is false".
  if (!asked.terminal || !asked.console_size) return size;
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint16_t>::max();
  const auto& [height, width] = *asked.console_size;
  if (height > kMax || width > kMax)
    return Error::refused(format("/process/consoleSize/{}: {} is above {}",
                                 height > kMax ? "height" : "width", height > kMax ? height : width,
                                 kMax));
  size.emplace(static_cast<std::uint16_t>(width), static_cast<std::uint16_t>(height));
  return size;
}

Result<std::optional<int>> plan_oom_score_adj(const spec::Process& asked) {
  std::optional<int> score = asked.oom_score_adj;
  if (score && (*score < -1000 || *score > 1000))
    return Error::refused(format("/process/oomScoreAdj: {} is not in -1000-1000", *score));
  return score;
}

// config-linux.md, "Personality": two domains, and "currently no flag values are supported".
Result<std::uint64_t> plan_personality(const std::optional<spec::Personality>& asked) {
  if (!asked) return PER_LINUX;
  if (!asked->flags.empty())
    return Error::refused(
        format("/linux/personality/flags/0: '{}' is not a flag", asked->flags.front()));
  if (asked->domain == "LINUX") return PER_LINUX;
  if (asked->domain == "LINUX32") return PER_LINUX32;
  return Error::refused(
      format("/linux/personality/domain: '{}' is neither LINUX nor LINUX32", asked->domain));
}

// sched(7): a process of SCHED_DEADLINE cannot fork, and these hooks are children of ours.
Result<void> check_hooks_can_run(const std::optional<Scheduler>& scheduler,
                                 const spec::Hooks& hooks) {
  if (!scheduler || scheduler->policy != SCHED_DEADLINE || hooks.start_container.empty() ||
      (scheduler->flags & SCHED_FLAG_RESET_ON_FORK) != 0)
    return {};
  return Error::refused(
      "/process/scheduler: no startContainer hook can be started by a process of SCHED_DEADLINE "
      "without SCHED_FLAG_RESET_ON_FORK");
}

}  // namespace

Result<std::optional<Process>> plan_process(const Request& request, const Namespaces& namespaces,
                                            const IdMaps& id_maps) {
  std::optional<Process> planned;
  if (!request.config.process) return planned;
  const spec::Process& asked = *request.config.process;
  TRY(check_user(asked.user, id_maps));
  const bool keep_groups = TRY(plan_keep_groups(request));
  const bool denied = denies_setgroups(request.facts, id_maps);
  TRY(check_groups(asked.user, denied && !keep_groups));
  const std::uint32_t umask = TRY(plan_umask(asked.user));
  auto console_size = TRY(plan_console_size(asked));
  std::vector<ResourceLimit> limits = TRY(plan_limits(asked.rlimits));
  const std::optional<int> score = TRY(plan_oom_score_adj(asked));
  Labels labels = TRY(plan_labels(request));
  const auto persona = TRY(plan_personality(request.config.linux_section.personality));
  std::optional<Landlock> landlock = TRY(plan_landlock(request));
  auto scheduler = TRY(plan_scheduler(asked, "/process", request.warnings));
  TRY(check_hooks_can_run(scheduler, request.config.hooks));
  auto memory_policy = TRY(plan_memory_policy(request.config.linux_section.memory_policy));
  ExecAffinity exec_affinity = TRY(plan_exec_affinity(asked, "/process"));
  Process& process = planned.emplace();
  process.args = asked.args;
  process.env = plan_env(request, asked.env);
  process.cwd = asked.cwd;
  process.uid = asked.user.uid;
  process.gid = asked.user.gid;
  process.additional_gids = asked.user.additional_gids;
  process.keep_groups = keep_groups;
  process.setgroups_denied = denied;
  process.groups_may_stay = namespaces.joins(CLONE_NEWUSER) && asked.user.additional_gids.empty();
  process.umask = umask;
  process.terminal = asked.terminal;
  process.console_size = console_size;
  process.no_new_privileges = asked.no_new_privileges;
  process.capabilities = plan_capabilities(request, namespaces);
  process.labels = std::move(labels);
  process.limits = std::move(limits);
  process.oom_score_adj = score;
  process.oom_score_may_stay =
      request.facts.in_user_namespace || !request.facts.has_capability(CAP_SYS_RESOURCE);
  process.personality = persona;
  process.landlock = std::move(landlock);
  process.scheduler = scheduler;
  process.io_priority = plan_io_priority(asked);
  process.memory_policy = std::move(memory_policy);
  process.exec_affinity = std::move(exec_affinity);
  return planned;
}

}  // namespace hull::plan
