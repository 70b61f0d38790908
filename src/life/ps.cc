// SPDX-License-Identifier: Apache-2.0
#include "life/ps.h"

#include "life/container.h"

namespace hull::life {

Result<std::vector<pid_t>> processes(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id));
  if (container.cgroup() == nullptr)
    return Error::refused("the processes of a container without a cgroup are not known");
  auto pids = TRY(container.cgroup()->processes());
  // One that our pid namespace has no number for.
  std::erase(pids, 0);
  return pids;
}

}  // namespace hull::life
