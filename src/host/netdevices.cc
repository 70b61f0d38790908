// SPDX-License-Identifier: Apache-2.0
#include "host/netdevices.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sched.h>

#include <algorithm>
#include <cerrno>
#include <ranges>

#include "base/text.h"
#include "sys/namespace.h"

namespace hull::host {
namespace {

const sys::NetLink* find(const std::vector<sys::NetLink>& links, std::string_view name) {
  auto found = std::ranges::find(links, name, &sys::NetLink::name);
  return found == links.end() ? nullptr : &*found;
}

/// The device's own index if it is free there, so that what knows it by number still does.
int free_index(const std::vector<sys::NetLink>& links, int wanted) {
  int greatest = 0;
  bool taken = false;
  for (const sys::NetLink& link : links) {
    greatest = std::max(greatest, link.index);
    taken = taken || link.index == wanted;
  }
  return taken ? greatest + 1 : wanted;
}

/// "eth0:1" of eth0 is "net0:1" of net0; none if that is too long.
std::string renamed_label(const std::string& label, const std::string& name,
                          const std::string& new_name) {
  if (!label.starts_with(name + ":")) return {};
  std::string renamed = new_name + label.substr(name.size());
  return renamed.size() < IFNAMSIZ ? renamed : std::string();
}

Result<sys::RouteSocket> route_socket_in(sys::FdRef there, sys::FdRef here) {
  TRY(sys::enter_namespace(there, CLONE_NEWNET));
  auto socket = sys::RouteSocket::open();
  TRY(sys::enter_namespace(here, CLONE_NEWNET));
  return socket;
}

Result<void> add_addresses(sys::RouteSocket& socket, int index,
                           const std::vector<sys::NetAddress>& addresses) {
  for (const sys::NetAddress& address : addresses) {
    auto added = socket.add_address(index, address);
    // IPv6 has the address of a link that came up meanwhile.
    if (!added && !added.error().is(EEXIST)) return added;
  }
  return {};
}

const char* why_not_moved(const Error& error) {
  if (error.is(EPERM)) return "it takes CAP_NET_ADMIN over both network namespaces";
  if (error.is(EINVAL)) return "devices such as lo and bridges cannot leave their namespace";
  return nullptr;
}

}  // namespace

std::vector<sys::NetAddress> kept_addresses(const std::vector<sys::NetAddress>& addresses,
                                            const std::string& name, const std::string& new_name) {
  // Those that say how the address was asked for; the others are its state.
  constexpr std::uint32_t kAsked = IFA_F_NODAD | IFA_F_HOMEADDRESS | IFA_F_MANAGETEMPADDR |
                                   IFA_F_NOPREFIXROUTE | IFA_F_MCAUTOJOIN;
  std::vector<sys::NetAddress> kept;
  for (const sys::NetAddress& address : addresses) {
    if ((address.flags & IFA_F_PERMANENT) == 0 || address.scope != RT_SCOPE_UNIVERSE) continue;
    sys::NetAddress& one = kept.emplace_back(address);
    one.flags &= kAsked;
    one.label = renamed_label(address.label, name, new_name);
  }
  return kept;
}

NetDevices::~NetDevices() {
  for (const Moved& moved : moved_ | std::views::reverse)
    ignore(give_back(moved), "its namespace ends then, with what the kernel makes of that");
}

Result<NetDevices> NetDevices::move(const plan::Plan& plan, const sys::Proc& proc, pid_t pid) {
  NetDevices devices;
  if (plan.net_devices.empty()) return devices;
  auto sides = TRY(open_sides(plan, proc, pid).context("/linux/netDevices"));
  devices.sides_.emplace(std::move(sides));
  for (const plan::NetDevice& device : plan.net_devices)
    TRY(devices.move_one(device).context([&] { return device.origin; }));
  return devices;
}

Result<NetDevices::Sides> NetDevices::open_sides(const plan::Plan& plan, const sys::Proc& proc,
                                                 pid_t pid) {
  auto joined = std::ranges::find(plan.namespaces.join, CLONE_NEWNET, &plan::JoinedNamespace::type);
  auto here = TRY(sys::open_namespace_of(proc, "self", CLONE_NEWNET));
  auto there = TRY(joined == plan.namespaces.join.end()
                       ? sys::open_namespace_of(proc, format("{}", pid), CLONE_NEWNET)
                       : sys::open_namespace(joined->path, CLONE_NEWNET));
  const bool same = TRY(sys::same_namespace(here, there));
  if (same) return Error::refused("the container's network namespace is our own");
  auto at_host = TRY(sys::RouteSocket::open());
  auto at_container = TRY(route_socket_in(there, here));
  return Sides{std::move(here), std::move(there), std::move(at_host), std::move(at_container)};
}

Result<void> NetDevices::move_one(const plan::NetDevice& device) {
  auto links = TRY(sides_->at_host.links());
  const sys::NetLink* link = find(links, device.name);
  if (link == nullptr) return Error::refused("there is no such network device");
  auto theirs = TRY(sides_->at_container.links());
  if (!device.is_template() && find(theirs, device.new_name) != nullptr)
    return Error::refused(
        format("the container's network namespace has a device '{}'", device.new_name));
  auto addresses = TRY(sides_->at_host.addresses(link->index));
  Moved moved = {.name = device.name,
                 .index = free_index(theirs, link->index),
                 .old_index = link->index,
                 .was_up = link->is_up,
                 .addresses = kept_addresses(addresses, device.name, device.name)};
  auto went = sides_->at_host.move(link->index, sides_->container, moved.index, device.new_name);
  if (!went) {
    ignore(give_back_nameless(moved), "then it has not left");
    const char* reason = why_not_moved(went.error());
    return reason == nullptr ? std::move(went).error() : std::move(went).error().hint(reason);
  }
  moved_.push_back(std::move(moved));
  auto arrived = TRY(sides_->at_container.links());
  const auto it = std::ranges::find(arrived, moved_.back().index, &sys::NetLink::index);
  const std::string& now = it == arrived.end() ? device.new_name : it->name;
  TRY(add_addresses(sides_->at_container, moved_.back().index,
                    kept_addresses(addresses, device.name, now)));
  return sides_->at_container.set_up(moved_.back().index);
}

Result<void> NetDevices::give_back_nameless(const Moved& moved) {
  auto theirs = TRY(sides_->at_container.links());
  const sys::NetLink* link = find(theirs, moved.name);
  return link != nullptr && link->index == moved.index ? give_back(moved) : Result<void>();
}

Result<void> NetDevices::give_back(const Moved& moved) {
  TRY(sides_->at_container.move(moved.index, sides_->host, moved.old_index, moved.name));
  TRY(add_addresses(sides_->at_host, moved.old_index, moved.addresses));
  return moved.was_up ? sides_->at_host.set_up(moved.old_index) : Result<void>();
}

}  // namespace hull::host
