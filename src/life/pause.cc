// SPDX-License-Identifier: Apache-2.0
#include "life/pause.h"

#include "base/text.h"
#include "life/container.h"

namespace hull::life {

Result<void> pause(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id, Lock::Yes));
  auto status = TRY(container.status());
  if (status != Status::Created && status != Status::Running)
    return Error::refused("container not running").hint(format("it is {}", name(status)));
  if (container.cgroup() == nullptr)
    return Error::refused("a container without a cgroup cannot be paused");
  return container.cgroup()->freeze();
}

Result<void> resume(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id, Lock::Yes));
  auto status = TRY(container.status());
  if (status != Status::Paused)
    return Error::refused("container not paused").hint(format("it is {}", name(status)));
  TRY(container.cgroup()->thaw());
  auto thawed = TRY(container.cgroup()->thawed());
  if (!thawed) return Error::refused("container stays paused: a parent of its cgroup is frozen");
  return {};
}

}  // namespace hull::life
