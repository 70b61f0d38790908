// SPDX-License-Identifier: Apache-2.0
// D-Bus messages to and from bytes, by libdbus; only dbus_message.cc and bus.cc include it. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cgroup/dbus_value.h"

namespace hull::cgroup {

/// A method call. On a connection without a bus nobody looks at the destination.
struct Call {
  std::string destination;
  std::string path;
  std::string interface;
  std::string member;
  std::vector<Value> arguments;
};

/// What came in.
struct Message {
  enum class Kind { Answer, Failure, Signal, Other };
  Kind kind = Kind::Other;
  /// Answer and Failure: the serial number of the call.
  std::uint32_t answers = 0;
  /// Through a bus: who sent it, by the name that the bus gave (":1.2").
  std::string sender;
  std::string interface;
  /// The signal's name; of a Failure the error's ("org.freedesktop.systemd1.UnitExists").
  std::string member;
  std::vector<Value> body;
};

/// The bytes of `call` under `serial`, which is not 0. Fails when a text in it is not UTF-8 or not
/// what its type wants; the names in `call` itself must be valid.
Result<std::string> encode(const Call& call, std::uint32_t serial);

/// How many bytes the message that begins `bytes` has; 0 when that takes more of them to know.
/// Fails when it is no message.
Result<std::size_t> message_length(std::string_view bytes);

/// The message in `bytes`, one and whole.
Result<Message> decode_message(std::string_view bytes);

}  // namespace hull::cgroup
