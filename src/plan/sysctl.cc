// SPDX-License-Identifier: Apache-2.0
#include "plan/sysctl.h"

#include <linux/sched.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json.h"
#include "base/text.h"
#include "plan/namespaces.h"

namespace hull::plan {
namespace {

// Below /proc/sys, the parameters of an ipc namespace (ipc_namespaces(7)).
constexpr std::array<std::string_view, 8> kIpc = {
    "kernel/msgmax", "kernel/msgmnb", "kernel/msgmni", "kernel/sem",
    "kernel/shmall", "kernel/shmmax", "kernel/shmmni", "kernel/shm_rmid_forced",
};

std::string path_of(std::string_view key) {
  std::string path(key);
  const std::size_t first = path.find_first_of("./");
  if (first == path.npos || path[first] == '/') return path;
  for (char& c : path) {
    if (c == '.')
      c = '/';
    else if (c == '/')
      c = '.';
  }
  return path;
}

bool is_well_formed(std::string_view path) {
  return std::ranges::all_of(split(path, '/'), [](std::string_view part) {
    return !part.empty() && part != "." && part != "..";
  });
}

// Empty when the container may set `path`, else why not.
std::string reason_against(std::string_view path, const spec::Config& config,
                           const Namespaces& namespaces) {
  auto need = [&](int type) { return lack(namespaces, type); };
  if (!is_well_formed(path)) return "is not the name of a kernel parameter";
  if (path.starts_with("net/")) return need(CLONE_NEWNET);
  if (path.starts_with("fs/mqueue/") || std::ranges::find(kIpc, path) != kIpc.end())
    return need(CLONE_NEWIPC);
  if (path.starts_with("user/")) return need(CLONE_NEWUSER);
  if (path == "kernel/hostname") return "is set by /hostname";
  if (path == "kernel/domainname") {
    if (!config.domainname.empty()) return "is set by /domainname already";
    return need(CLONE_NEWUTS);
  }
  return "belongs to the host, no namespace has its own";
}

}  // namespace

Result<std::vector<Sysctl>> plan_sysctls(const Request& request, const Namespaces& namespaces) {
  std::vector<Sysctl> sysctls;
  sysctls.reserve(request.config.linux_section.sysctl.size());
  for (const auto& [key, value] : request.config.linux_section.sysctl) {
    std::string path = path_of(key);
    std::string reason = reason_against(path, request.config, namespaces);
    if (!reason.empty())
      return Error::refused(format("/linux/sysctl/{}: {}", json::pointer_step(key), reason));
    sysctls.push_back({std::move(path), value, key});
  }
  return sysctls;
}

}  // namespace hull::plan
