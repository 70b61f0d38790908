// SPDX-License-Identifier: Apache-2.0
// Moves network devices into the container's network namespace. Host side: the rights over both
// namespaces are ours.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "sys/fd.h"
#include "sys/netlink.h"
#include "sys/proc.h"

namespace hull::host {

/// What config-linux.md, "Network Devices", wants preserved of a device's addresses: the permanent
/// ones of global scope, as they are to be added to the device under its new name.
std::vector<sys::NetAddress> kept_addresses(const std::vector<sys::NetAddress>& addresses,
                                            const std::string& name, const std::string& new_name);

/// Devices that are in the container's namespace. They go back on destruction, to their old names,
/// with their addresses, up if they were (not their routes), unless kept. That is for a container
/// that cannot be finished: of one that ends, the kernel gives back what is hardware and destroys
/// the rest (network_namespaces(7)), and the specification leaves that to it.
class NetDevices {
 public:
  NetDevices() = default;
  NetDevices(NetDevices&&) = default;
  NetDevices& operator=(NetDevices&&) = default;
  ~NetDevices();

  /// Moves those of the plan to the namespace that it joins, or that the process `pid` is in, each
  /// up and with its addresses. Enters that namespace for a moment. Fails with the device's
  /// pointer.
  static Result<NetDevices> move(const plan::Plan& plan, const sys::Proc& proc, pid_t pid);
  void keep() { moved_.clear(); }

 private:
  struct Moved {
    std::string name;
    int index = 0;
    int old_index = 0;
    bool was_up = false;
    std::vector<sys::NetAddress> addresses;
  };
  /// The two namespaces: a descriptor of each, and a socket in it.
  struct Sides {
    sys::Fd host;
    sys::Fd container;
    sys::RouteSocket at_host;
    sys::RouteSocket at_container;
  };
  static Result<Sides> open_sides(const plan::Plan& plan, const sys::Proc& proc, pid_t pid);
  Result<void> move_one(const plan::NetDevice& device);
  Result<void> give_back(const Moved& moved);
  /// The same for one of which the kernel refused only the name, if it did.
  Result<void> give_back_nameless(const Moved& moved);

  std::optional<Sides> sides_;
  std::vector<Moved> moved_;
};

}  // namespace hull::host
