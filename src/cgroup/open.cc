// SPDX-License-Identifier: Apache-2.0
#include "cgroup/open.h"

#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/cgroupfs.h"
#include "cgroup/none.h"

namespace hull::cgroup {

Result<std::unique_ptr<Cgroup>> open(sys::FdRef root, Location location, SystemdRequest request) {
  std::unique_ptr<Cgroup> cgroup;
  if (location.driver == Driver::Disabled) {
    cgroup = std::make_unique<None>(std::move(location));
    return cgroup;
  }
  const std::string& at = location.path;
  const bool is_below_root = path::is_absolute(at) && at != "/" && path::clean(at) == at;
  if (!is_below_root || !path::is_within(path::parent(at), location.kept) ||
      location.layout.hierarchies.empty())
    return Error::refused(format("'{}' is not the path of a container's cgroup", at));
  if (location.driver == Driver::Systemd)
    cgroup = std::make_unique<Systemd>(root, std::move(location), std::move(request));
  else
    cgroup = std::make_unique<Cgroupfs>(root, std::move(location));
  return cgroup;
}

}  // namespace hull::cgroup
