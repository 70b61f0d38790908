// SPDX-License-Identifier: Apache-2.0
#include "cgroup/bus.h"

#include <dbus/dbus.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "sys/interrupt.h"
#include "sys/socket.h"

namespace hull::cgroup {
namespace {

constexpr const char* kBus = "org.freedesktop.DBus";
constexpr const char* kBusPath = "/org/freedesktop/DBus";

// The socket files of the addresses that we understand, in their order.
Result<std::vector<std::string>> socket_paths(const std::string& addresses) {
  DBusAddressEntry** entries = nullptr;
  int count = 0;
  const bool parsed = dbus_validate_utf8(addresses.c_str(), nullptr) != FALSE &&
                      dbus_parse_address(addresses.c_str(), &entries, &count, nullptr) != FALSE;
  if (!parsed) return Error::refused(format("'{}' is not a D-Bus address", addresses));
  std::vector<std::string> paths;
  for (int i = 0; i < count; ++i) {
    const std::string_view method = dbus_address_entry_get_method(entries[i]);
    const char* path = dbus_address_entry_get_value(entries[i], "path");
    if (method == "unix" && path != nullptr) paths.emplace_back(path);
  }
  dbus_address_entries_free(entries);
  if (paths.empty())
    return Error::refused(format("'{}' has no address of the form unix:path=…", addresses));
  return paths;
}

Error timed_out(const Deadline& deadline) {
  return Error::refused(format("no answer within {}", deadline.length()));
}

}  // namespace

Result<Bus> Bus::connect(const std::string& addresses, const Deadline& deadline) {
  auto paths = TRY(socket_paths(addresses));
  std::vector<std::string> problems;
  for (const std::string& path : paths) {
    auto attempt = [&]() -> Result<Bus> {
      auto socket = TRY(sys::connect_to(path, deadline.remaining()));
      Bus bus(std::move(socket));
      bus.direct_ = path::name(path) == "private";
      TRY(bus.authenticate(deadline));
      if (!bus.direct_) TRY(bus.greet(deadline));
      return bus;
    };
    auto connected = attempt();
    if (connected) return connected;
    problems.push_back(std::move(connected).error().context(format("'{}'", path)).message());
  }
  return Error::refused(join(problems, "; "));
}

// D-Bus specification, "Authentication Protocol": EXTERNAL, without saying who we are, so that the
// kernel's word for it counts.
Result<void> Bus::authenticate(const Deadline& deadline) {
  constexpr char kHello[] = "\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n";
  TRY(write({kHello, sizeof kHello - 1}, deadline));
  std::size_t end = 0;
  for (std::string_view expected : {"DATA", "OK "}) {
    const std::size_t begin = end;
    while ((end = received_.find("\r\n", begin)) == received_.npos) {
      auto came = TRY(read_more(deadline));
      if (!came) return timed_out(deadline);
    }
    const std::string line = received_.substr(begin, end - begin);
    if (!line.starts_with(expected))
      return Error::refused(format("does not let us in: '{}'", line));
    end += 2;
  }
  received_.erase(0, end);
  return {};
}

Result<void> Bus::greet(const Deadline& deadline) {
  auto answer = TRY(call({kBus, kBusPath, kBus, "Hello", {}}, deadline));
  if (!answer) return timed_out(deadline);
  if (answer->kind == Message::Kind::Failure)
    return Error::refused(format("does not greet us: {}", answer->member));
  return {};
}

Result<void> Bus::write(std::string_view bytes, const Deadline& deadline) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return Error::system("send");
    pollfd watched[] = {{socket_.number(), POLLOUT, 0}};
    auto ready = TRY(sys::wait(watched, deadline.remaining()));
    if (ready == 0) return timed_out(deadline);
  }
  return {};
}

Result<bool> Bus::read_more(const Deadline& deadline) {
  char buffer[16'384];
  while (true) {
    const ssize_t length = ::recv(socket_.number(), buffer, sizeof buffer, MSG_DONTWAIT);
    if (length > 0) {
      received_.append(buffer, static_cast<std::size_t>(length));
      return true;
    }
    if (length == 0) return Error::refused("the connection was closed");
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return Error::system("recv");
    pollfd watched[] = {{socket_.number(), POLLIN, 0}};
    auto ready = TRY(sys::wait(watched, deadline.remaining()));
    if (ready == 0) return false;
  }
}

Result<std::optional<Message>> Bus::next(const Deadline& deadline) {
  while (true) {
    auto length = TRY(message_length(received_));
    if (length > 0 && length <= received_.size()) {
      const std::string bytes = received_.substr(0, length);
      received_.erase(0, length);
      if (is_noise(bytes)) continue;
      auto message = TRY(decode_message(bytes));
      return std::optional<Message>(std::move(message));
    }
    auto came = TRY(read_more(deadline));
    if (!came) return std::optional<Message>();
  }
}

// D-Bus specification, "Message Format": the second byte is the type. A name in the header stands
// there as it is; one that is found elsewhere only costs the decoding.
bool Bus::is_noise(std::string_view bytes) const {
  return bytes[1] == DBUS_MESSAGE_TYPE_SIGNAL &&
         (member_.empty() || bytes.find(member_) == bytes.npos);
}

bool Bus::is_listened_for(const Message& message) const {
  return message.kind == Message::Kind::Signal && message.interface == interface_ &&
         message.member == member_;
}

Result<std::optional<Message>> Bus::call(const Call& call, const Deadline& deadline) {
  const std::uint32_t serial = ++serial_;
  auto bytes = TRY(encode(call, serial));
  TRY(write(bytes, deadline));
  while (true) {
    auto message = TRY(next(deadline));
    if (!message) return message;
    const bool answer =
        message->kind == Message::Kind::Answer || message->kind == Message::Kind::Failure;
    if (answer && message->answers == serial) {
      if (call.destination == kSystemd) systemd_ = message->sender;
      return message;
    }
    if (is_listened_for(*message)) signals_.push_back(std::move(*message));
  }
}

Result<void> Bus::listen(const std::string& interface, const std::string& member,
                         const std::string& argument, const Deadline& deadline) {
  interface_ = interface;
  member_ = member;
  if (direct_) return {};
  const std::string rule = format("type='signal',sender='{}',interface='{}',member='{}',arg2='{}'",
                                  kSystemd, interface, member, argument);
  auto answer = TRY(call({kBus, kBusPath, kBus, "AddMatch", {string_value(rule)}}, deadline));
  if (!answer) return timed_out(deadline);
  if (answer->kind == Message::Kind::Failure)
    return Error::refused(format("AddMatch: {}", answer->member));
  return {};
}

Result<std::optional<Message>> Bus::signal(const Deadline& deadline) {
  while (true) {
    while (!signals_.empty()) {
      std::optional<Message> first = std::move(signals_.front());
      signals_.pop_front();
      if (direct_ || first->sender == systemd_) return first;
    }
    auto message = TRY(next(deadline));
    if (!message) return message;
    if (is_listened_for(*message)) signals_.push_back(std::move(*message));
  }
}

}  // namespace hull::cgroup
