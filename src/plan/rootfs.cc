// SPDX-License-Identifier: Apache-2.0
#include "plan/rootfs.h"

#include <linux/sched.h>

#include "base/path.h"
#include "base/text.h"
#include "plan/inside_path.h"
#include "plan/mount_options.h"

namespace hull::plan {
namespace {

// What can't be had without mounting.
Result<void> check_chroot(const Request& request, const Namespaces& namespaces) {
  const spec::Config& config = request.config;
  const spec::Linux& section = config.linux_section;
  std::string_view pointer;
  if (!config.mounts.empty())
    pointer = "/mounts";
  else if (config.root.readonly)
    pointer = "/root/readonly";
  else if (!section.masked_paths.empty())
    pointer = "/linux/maskedPaths";
  else if (!section.readonly_paths.empty())
    pointer = "/linux/readonlyPaths";
  else if (!section.rootfs_propagation.empty())
    pointer = "/linux/rootfsPropagation";
  else if (!section.devices.empty())
    pointer = "/linux/devices";
  else if (config.process && config.process->terminal)
    pointer = "/process/terminal";
  else
    return {};
  return Error::refused(format("{}: needs a {}mount namespace in /linux/namespaces", pointer,
                               namespaces.joins(CLONE_NEWNS) ? "new, not a joined, " : ""));
}

}  // namespace

Result<Rootfs> plan_rootfs(const Request& request, const Namespaces& namespaces) {
  const spec::Config& config = request.config;
  Rootfs rootfs;
  if (config.root.path.empty()) return Error::refused("/root/path: is missing or empty");
  rootfs.path = path::clean(path::join(request.options.bundle, config.root.path));
  rootfs.readonly = config.root.readonly;
  rootfs.no_pivot = request.options.no_pivot;
  rootfs.chroot_only = !namespaces.creates(CLONE_NEWNS);
  if (rootfs.chroot_only) TRY(check_chroot(request, namespaces));
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
    paths.push_back(inside_path(asked[i]));
  }
  return paths;
}

}  // namespace hull::plan
