// SPDX-License-Identifier: Apache-2.0
#include "plan/rootfs.h"

#include <linux/sched.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "plan/inside_path.h"
#include "plan/mount_options.h"
#include "plan/namespaces.h"

namespace hull::plan {
namespace {

// What can't be had without mounting.
std::string_view needs_mounts(const spec::Config& config) {
  const spec::Linux& section = config.linux_section;
  if (!config.mounts.empty()) return "/mounts";
  if (!section.masked_paths.empty()) return "/linux/maskedPaths";
  if (!section.readonly_paths.empty()) return "/linux/readonlyPaths";
  if (!section.devices.empty()) return "/linux/devices";
  if (config.process && config.process->terminal) return "/process/terminal";
  return "";
}

// What can't be had unless the rootfs is a mount of our own. In a joined mount namespace it is a
// directory where it stands.
std::string_view needs_own_root(const spec::Config& config) {
  if (config.root.readonly) return "/root/readonly";
  if (!config.linux_section.rootfs_propagation.empty()) return "/linux/rootfsPropagation";
  return "";
}

Result<void> check_mount_namespace(const Request& request, const Namespaces& namespaces) {
  if (namespaces.creates(CLONE_NEWNS)) return {};
  // In the host's by its path everything would be mounted on the host.
  const bool is_joined = namespaces.has(CLONE_NEWNS);
  std::string_view pointer = needs_own_root(request.config);
  if (pointer.empty() && !is_joined) pointer = needs_mounts(request.config);
  if (pointer.empty()) return {};
  if (!is_joined) return Error::refused(format("{}: {}", pointer, lack(namespaces, CLONE_NEWNS)));
  return Error::refused(
      format("{}: needs a new, not a joined, mount namespace in /linux/namespaces", pointer));
}

}  // namespace

Result<Rootfs> plan_rootfs(const Request& request, const Namespaces& namespaces) {
  const spec::Config& config = request.config;
  Rootfs rootfs;
  if (config.root.path.empty()) return Error::refused("/root/path: is missing or empty");
  rootfs.path = path::clean(path::join(request.options.bundle, config.root.path));
  rootfs.readonly = config.root.readonly;
  rootfs.no_pivot = request.options.no_pivot;
  rootfs.chroot_only = !namespaces.has(CLONE_NEWNS);
  TRY(check_mount_namespace(request, namespaces));
  const std::string& propagation = config.linux_section.rootfs_propagation;
  if (propagation.empty()) return rootfs;
  std::optional<Propagation> known = parse_propagation(propagation);
  if (!known)
    return Error::refused(
        format("/linux/rootfsPropagation: '{}' is none of shared, slave, private and unbindable",
               propagation));
  rootfs.propagation = *known;
  return rootfs;
}

Result<std::vector<std::string>> plan_paths(const std::vector<std::string>& asked,
                                            std::string_view pointer) {
  std::vector<std::string> paths;
  paths.reserve(asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!path::is_absolute(asked[i]))
      return Error::refused(format("{}/{}: '{}' is not an absolute path", pointer, i, asked[i]));
    std::string path = inside_path(asked[i]);
    // Twice would be a mount on top of a mount.
    if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace hull::plan
