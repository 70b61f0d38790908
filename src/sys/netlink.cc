// SPDX-License-Identifier: Apache-2.0
#include "sys/netlink.h"

#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace hull::sys {
namespace {

/// A message being written: fixed header of the type, then attributes.
class Request {
 public:
  template <class Fixed>
  Request(std::uint16_t type, std::uint16_t flags, const Fixed& fixed) {
    const nlmsghdr header = {.nlmsg_type = type, .nlmsg_flags = flags};
    append(&header, sizeof header);
    append(&fixed, sizeof fixed);
  }

  void add(std::uint16_t type, const void* value, std::size_t size) {
    const rtattr attribute = {static_cast<std::uint16_t>(RTA_LENGTH(size)), type};
    append(&attribute, sizeof attribute);
    append(value, size);
  }
  void add(std::uint16_t type, std::string_view value) { add(type, value.data(), value.size()); }
  void add_number(std::uint16_t type, std::uint32_t value) { add(type, &value, sizeof value); }
  /// With the NUL that a name ends in.
  void add_name(std::uint16_t type, std::string_view name) {
    const std::string text(name);
    add(type, text.c_str(), text.size() + 1);
  }

  /// The whole message, numbered.
  const std::string& bytes(std::uint32_t sequence) {
    nlmsghdr header = {};
    std::memcpy(&header, bytes_.data(), sizeof header);
    header.nlmsg_len = static_cast<std::uint32_t>(bytes_.size());
    header.nlmsg_seq = sequence;
    std::memcpy(bytes_.data(), &header, sizeof header);
    return bytes_;
  }

 private:
  void append(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
    bytes_.resize(NLMSG_ALIGN(bytes_.size()));
  }
  std::string bytes_;
};

/// The attributes behind a fixed header, by type and bytes; stops at what is cut off.
template <class Take>
void each_attribute(std::string_view bytes, Take take) {
  while (bytes.size() >= sizeof(rtattr)) {
    rtattr attribute = {};
    std::memcpy(&attribute, bytes.data(), sizeof attribute);
    if (attribute.rta_len < sizeof attribute || attribute.rta_len > bytes.size()) return;
    take(static_cast<std::uint16_t>(attribute.rta_type & NLA_TYPE_MASK),
         bytes.substr(sizeof attribute, attribute.rta_len - sizeof attribute));
    bytes.remove_prefix(std::min<std::size_t>(RTA_ALIGN(attribute.rta_len), bytes.size()));
  }
}

std::string text_of(std::string_view bytes) {
  return std::string(bytes.substr(0, bytes.find('\0')));
}

/// The kernel's refusal in `body`, an nlmsgerr; nothing when it is the acknowledgement.
std::optional<Error> refusal(std::string_view body, std::uint16_t flags, const std::string& what) {
  nlmsgerr answer = {};
  if (body.size() < sizeof answer) return Error::refused(format("rtnetlink({}): cut off", what));
  std::memcpy(&answer, body.data(), sizeof answer);
  if (answer.error == 0) return std::nullopt;
  std::string words;
  if ((flags & NLM_F_ACK_TLVS) != 0)
    each_attribute(body.substr(sizeof answer), [&](std::uint16_t type, std::string_view bytes) {
      if (type == NLMSGERR_ATTR_MSG) words = ": " + text_of(bytes);
    });
  return Error::system(format("rtnetlink({}){}", what, words), -answer.error);
}

Result<std::string> receive(FdRef socket, const std::string& what) {
  // What the kernel makes its dumps for, and more (netlink(7)).
  std::string bytes(65536, '\0');
  ssize_t got = -1;
  while ((got = ::recv(socket.number(), bytes.data(), bytes.size(), MSG_TRUNC)) < 0)
    if (errno != EINTR) return Error::system(format("rtnetlink({}): recv", what));
  if (static_cast<std::size_t>(got) > bytes.size())
    return Error::refused(format("rtnetlink({}): an answer of {} bytes", what, got));
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

/// One message at the front of `bytes`, which it is removed from.
struct Answer {
  nlmsghdr header = {};
  std::string_view body;
};
std::optional<Answer> next(std::string_view& bytes) {
  Answer answer;
  if (bytes.size() < sizeof answer.header) return std::nullopt;
  std::memcpy(&answer.header, bytes.data(), sizeof answer.header);
  const std::size_t length = answer.header.nlmsg_len;
  if (length < sizeof answer.header || length > bytes.size()) return std::nullopt;
  answer.body = bytes.substr(NLMSG_HDRLEN, length - NLMSG_HDRLEN);
  bytes.remove_prefix(std::min<std::size_t>(NLMSG_ALIGN(length), bytes.size()));
  return answer;
}

/// Sends `request` and hands what comes in answer to `take`, up to the acknowledgement or the end
/// of a dump.
template <class Take>
Result<void> ask(FdRef socket, std::uint32_t sequence, Request request, const std::string& what,
                 Take take) {
  const std::string& bytes = request.bytes(sequence);
  if (::send(socket.number(), bytes.data(), bytes.size(), 0) < 0)
    return Error::system(format("rtnetlink({}): send", what));
  while (true) {
    auto packet = TRY(receive(socket, what));
    std::string_view rest = packet;
    while (auto answer = next(rest)) {
      if (answer->header.nlmsg_seq != sequence) continue;
      const std::uint16_t type = answer->header.nlmsg_type;
      if (type == NLMSG_DONE) return {};
      if (type == NLMSG_ERROR) {
        auto refused = refusal(answer->body, answer->header.nlmsg_flags, what);
        return refused ? Result<void>(std::move(*refused)) : Result<void>();
      }
      take(type, answer->body);
    }
  }
}

constexpr auto kNoAnswer = [](std::uint16_t, std::string_view) {};
constexpr std::uint16_t kOrder = NLM_F_REQUEST | NLM_F_ACK;
constexpr std::uint16_t kDump = NLM_F_REQUEST | NLM_F_DUMP;

NetLink link_of(const ifinfomsg& fixed, std::string_view attributes) {
  NetLink link = {.index = fixed.ifi_index, .is_up = (fixed.ifi_flags & IFF_UP) != 0};
  each_attribute(attributes, [&](std::uint16_t type, std::string_view bytes) {
    if (type == IFLA_IFNAME) link.name = text_of(bytes);
  });
  return link;
}

NetAddress address_of(const ifaddrmsg& fixed, std::string_view attributes) {
  NetAddress address = {.family = fixed.ifa_family,
                        .prefix_length = fixed.ifa_prefixlen,
                        .scope = fixed.ifa_scope,
                        .flags = fixed.ifa_flags};
  each_attribute(attributes, [&](std::uint16_t type, std::string_view bytes) {
    switch (type) {
      case IFA_FLAGS:
        if (bytes.size() == sizeof address.flags)
          std::memcpy(&address.flags, bytes.data(), bytes.size());
        break;
      case IFA_LABEL:
        address.label = text_of(bytes);
        break;
      case IFA_ADDRESS:
      case IFA_LOCAL:
      case IFA_BROADCAST:
      case IFA_RT_PRIORITY:
      case IFA_PROTO:
        address.attributes.emplace_back(type, bytes);
        break;
      default:
        break;  // Counters and times: the kernel's.
    }
  });
  return address;
}

template <class Fixed>
std::optional<Fixed> fixed_of(std::string_view& body) {
  Fixed fixed = {};
  if (body.size() < sizeof fixed) return std::nullopt;
  std::memcpy(&fixed, body.data(), sizeof fixed);
  body.remove_prefix(std::min<std::size_t>(NLMSG_ALIGN(sizeof fixed), body.size()));
  return fixed;
}

}  // namespace

Result<RouteSocket> RouteSocket::open() {
  Fd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
  if (!socket.is_open()) return Error::system("socket(AF_NETLINK)");
  const int on = 1;
  for (int option : {NETLINK_EXT_ACK, NETLINK_CAP_ACK})
    if (::setsockopt(socket.number(), SOL_NETLINK, option, &on, sizeof on) < 0)
      return Error::system("setsockopt(SOL_NETLINK)");
  return RouteSocket(std::move(socket));
}

Result<std::vector<NetLink>> RouteSocket::links() {
  std::vector<NetLink> links;
  TRY(ask(socket_, ++sequence_, Request(RTM_GETLINK, kDump, ifinfomsg{}), "links",
          [&](std::uint16_t type, std::string_view body) {
            auto fixed = fixed_of<ifinfomsg>(body);
            if (type == RTM_NEWLINK && fixed) links.push_back(link_of(*fixed, body));
          }));
  return links;
}

Result<std::vector<NetAddress>> RouteSocket::addresses(int index) {
  std::vector<NetAddress> addresses;
  TRY(ask(socket_, ++sequence_, Request(RTM_GETADDR, kDump, ifaddrmsg{}), "addresses",
          [&](std::uint16_t type, std::string_view body) {
            auto fixed = fixed_of<ifaddrmsg>(body);
            if (type == RTM_NEWADDR && fixed && fixed->ifa_index == static_cast<unsigned>(index))
              addresses.push_back(address_of(*fixed, body));
          }));
  return addresses;
}

Result<void> RouteSocket::add_address(int index, const NetAddress& address) {
  const ifaddrmsg fixed = {.ifa_family = address.family,
                           .ifa_prefixlen = address.prefix_length,
                           .ifa_scope = address.scope,
                           .ifa_index = static_cast<unsigned>(index)};
  Request request(RTM_NEWADDR, kOrder | NLM_F_CREATE | NLM_F_EXCL, fixed);
  request.add_number(IFA_FLAGS, address.flags);
  if (!address.label.empty()) request.add_name(IFA_LABEL, address.label);
  for (const auto& [type, bytes] : address.attributes) request.add(type, bytes);
  return ask(socket_, ++sequence_, std::move(request), "add address", kNoAnswer);
}

Result<void> RouteSocket::set_up(int index) {
  const ifinfomsg fixed = {.ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
  return ask(socket_, ++sequence_, Request(RTM_NEWLINK, kOrder, fixed), "set up", kNoAnswer);
}

Result<void> RouteSocket::move(int index, FdRef to, int new_index, std::string_view name) {
  Request request(RTM_NEWLINK, kOrder, ifinfomsg{.ifi_index = index});
  request.add_number(IFLA_NET_NS_FD, static_cast<std::uint32_t>(to.number()));
  request.add_number(IFLA_NEW_IFINDEX, static_cast<std::uint32_t>(new_index));
  request.add_name(IFLA_IFNAME, name);
  return ask(socket_, ++sequence_, std::move(request), format("move to '{}'", name), kNoAnswer);
}

}  // namespace hull::sys
