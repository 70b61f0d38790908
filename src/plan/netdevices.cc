// SPDX-License-Identifier: Apache-2.0
#include "plan/netdevices.h"

#include <sched.h>

#include <set>

#include "base/json.h"
#include "base/text.h"
#include "plan/namespaces.h"

namespace hull::plan {
namespace {

// The kernel's dev_alloc_name() takes one "%d" and no other "%".
bool is_template_or_plain(std::string_view name) {
  const std::size_t percent = name.find('%');
  return percent == name.npos || name.substr(percent) == "%d";
}

}  // namespace

Result<std::vector<NetDevice>> plan_net_devices(const Request& request,
                                                const Namespaces& namespaces) {
  const auto& asked = request.config.linux_section.net_devices;
  std::vector<NetDevice> devices;
  if (!asked.empty() && !namespaces.has(CLONE_NEWNET))
    return Error::refused("/linux/netDevices: " + lack(namespaces, CLONE_NEWNET));
  std::set<std::string_view> names;
  for (const auto& [name, device] : asked) {
    const std::string origin = "/linux/netDevices/" + json::pointer_step(name);
    NetDevice planned = {name, device.name.empty() ? name : device.name, origin};
    if (!is_template_or_plain(planned.new_name))
      return Error::refused(
          format("{}/name: '{}' has a '%' that is not in a '%d' at the end", origin, device.name));
    if (!planned.is_template() && !names.insert(device.name.empty() ? name : device.name).second)
      return Error::refused(
          format("{}/name: '{}' is the name of another one too", origin, planned.new_name));
    devices.push_back(std::move(planned));
  }
  return devices;
}

}  // namespace hull::plan
