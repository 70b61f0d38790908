// SPDX-License-Identifier: Apache-2.0
#include "cgroup/devices.h"

#include <cstdint>
#include <vector>

#include "base/text.h"
#include "cgroup/device_program.h"
#include "cgroup/layout.h"
#include "sys/file.h"
#include "sys/filter.h"

namespace hull::cgroup {

Result<void> write_devices(sys::FdRef root, const std::string& directory,
                           const DevicePolicy& policy) {
  auto writes = TRY(legacy_device_writes(policy));
  const bool all_allowed = writes.all == Verdict::Allow;
  const std::string allow = directory_in(directory, "devices.allow");
  const std::string deny = directory_in(directory, "devices.deny");
  TRY(sys::write(root, all_allowed ? allow : deny, "a"));
  if (writes.exceptions.empty()) return {};
  auto file = TRY(sys::open_at(root, all_allowed ? deny : allow, O_WRONLY));
  for (const std::string& exception : writes.exceptions)
    TRY(sys::write_all(file, exception).context([&] {
      return format("'{}' to '{}'", exception, all_allowed ? deny : allow);
    }));
  return {};
}

Result<void> attach_devices(sys::FdRef cgroup, const DevicePolicy& policy, Earlier earlier) {
  std::vector<std::uint32_t> replaced;
  if (earlier == Earlier::Replace) replaced = TRY(sys::attached_device_programs(cgroup));
  if (!permits_everything(policy)) {
    auto program = TRY(sys::load_device_program(device_program(policy)));
    TRY(sys::attach_device_program(cgroup, program));
  }
  for (std::uint32_t id : replaced) TRY(sys::detach_device_program(cgroup, id));
  return {};
}

}  // namespace hull::cgroup
