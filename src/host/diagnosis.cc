// SPDX-License-Identifier: Apache-2.0
#include "host/diagnosis.h"

#include <linux/capability.h>
#include <sched.h>

#include <cerrno>
#include <utility>

#include "base/text.h"
#include "sys/identity.h"
#include "sys/namespace.h"

namespace hull::host {
namespace {

constexpr std::uint64_t kTypes[] = {CLONE_NEWUSER, CLONE_NEWNS,  CLONE_NEWPID,    CLONE_NEWNET,
                                    CLONE_NEWIPC,  CLONE_NEWUTS, CLONE_NEWCGROUP, CLONE_NEWTIME};

std::optional<std::string> setting(const sys::Proc& proc, const std::string& name) {
  auto text = proc.try_read("sys/" + name);
  if (!text || !*text) return std::nullopt;
  return std::string(trim(**text));
}

bool is_unconfined(const sys::Proc& proc) {
  auto label = proc.try_read("self/attr/apparmor/current");
  return label && *label && trim(**label) == "unconfined";
}

/// Of everything that can be full, namespaces are what these make.
bool is_about_namespaces(const Error& error) {
  const std::string& call = error.attempts().back();
  return call.starts_with("clone3(") || call.starts_with("unshare(");
}

NamespaceSettings gather(std::uint64_t created, const sys::Proc& proc) {
  NamespaceSettings settings;
  for (std::uint64_t type : kTypes) {
    if ((created & type) == 0) continue;
    const std::string name = format("max_{}_namespaces", sys::namespace_name(type));
    if (setting(proc, "user/" + name) == "0" && settings.exhausted.empty())
      settings.exhausted = "user." + name;
  }
  settings.unprivileged_clone = setting(proc, "kernel/unprivileged_userns_clone");
  // A profile of our own, whatever it says, is in the place of the one that restricts.
  if (is_unconfined(proc))
    settings.apparmor_restriction = setting(proc, "kernel/apparmor_restrict_unprivileged_userns");
  auto sets = sys::capabilities();
  settings.has_power = sets && (sets->effective >> CAP_SYS_ADMIN & 1) != 0;
  return settings;
}

}  // namespace

std::string next_step(int code, const NamespaceSettings& settings) {
  // namespaces(7): also when the limit of a user namespace further up is reached.
  if (code == ENOSPC && !settings.exhausted.empty())
    return format("sysctl {} is 0: it must be raised", settings.exhausted);
  if (code == ENOSPC) return "a limit of sysctl user.max_*_namespaces is reached: see `lsns`";
  if ((code != EPERM && code != EACCES) || settings.has_power) return "";
  if (settings.unprivileged_clone == "0")
    return "sysctl kernel.unprivileged_userns_clone is 0: 1 lets ordinary users make user "
           "namespaces";
  if (settings.apparmor_restriction == "1")
    return "sysctl kernel.apparmor_restrict_unprivileged_userns is 1: hull needs an AppArmor "
           "profile with the rule `userns,`";
  return "";
}

Error diagnose(Error error, std::uint64_t created, const sys::Proc& proc) {
  const bool is_explained = !error.hint().empty() || (created & CLONE_NEWUSER) == 0;
  if (is_explained || (error.is(ENOSPC) && !is_about_namespaces(error))) return error;
  std::string step = next_step(error.code(), gather(created, proc));
  return step.empty() ? std::move(error) : std::move(error).hint(std::move(step));
}

}  // namespace hull::host
