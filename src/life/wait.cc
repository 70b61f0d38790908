// SPDX-License-Identifier: Apache-2.0
#include "life/wait.h"

#include "life/container.h"

namespace hull::life {

// Without the lock: the container goes on meanwhile, and is stopped and deleted by others.
Result<sys::Exit> wait(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id));
  if (!container.init()) return Error::refused("container not running");
  const std::uint64_t start_time = container.record().init->start_time;
  auto exit = TRY(container.init()->watch(container.proc(), start_time));
  if (exit) return *exit;
  return Error::refused("it has ended, with a status that only the parent of its init was told")
      .hint("Linux 6.15 tells others too");
}

}  // namespace hull::life
