// SPDX-License-Identifier: Apache-2.0
// rtnetlink(7): the few questions and orders about network devices that moving one takes. Both
// sides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

struct NetLink {
  /// Its number in its network namespace.
  int index = 0;
  std::string name;
  bool is_up = false;
};

/// One address of a device, in the kernel's own form, so that nothing of it is lost.
struct NetAddress {
  std::uint8_t family = 0;
  std::uint8_t prefix_length = 0;
  std::uint8_t scope = 0;
  /// IFA_F_*
  std::uint32_t flags = 0;
  /// Label of an IPv4 address, "" for none: begins with the device's name.
  std::string label;
  /// The other attributes that say what the address is: IFA_* and the bytes of each.
  std::vector<std::pair<std::uint16_t, std::string>> attributes;
};

/// A socket of one network namespace, which stays alive with it. Every failure carries the kernel's
/// own words, where it has any beside the errno (NETLINK_EXT_ACK).
class RouteSocket {
 public:
  /// In the network namespace that we are in now; it stays there wherever we go.
  static Result<RouteSocket> open();

  Result<std::vector<NetLink>> links();
  /// Those of the device `index`, of every family.
  Result<std::vector<NetAddress>> addresses(int index);
  /// Takes CAP_NET_ADMIN, like all that follow. EEXIST when the device has it.
  Result<void> add_address(int index, const NetAddress& address);
  Result<void> set_up(int index);
  /// Gives the device away to the namespace behind `to`, where it is `new_index` and is called
  /// `name`, which may end in "%d" for the kernel to number. It is down there and has lost its
  /// addresses. Takes CAP_NET_ADMIN over both. When only the name was refused, it has moved all the
  /// same.
  Result<void> move(int index, FdRef to, int new_index, std::string_view name);

 private:
  explicit RouteSocket(Fd socket) : socket_(std::move(socket)) {}
  Fd socket_;
  std::uint32_t sequence_ = 0;
};

}  // namespace hull::sys
