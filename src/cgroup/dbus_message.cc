// SPDX-License-Identifier: Apache-2.0
#include "cgroup/dbus_message.h"

#include <dbus/dbus.h>

#include <memory>
#include <utility>

#include "base/text.h"

namespace hull::cgroup {
namespace {

struct Unref {
  void operator()(DBusMessage* message) const { dbus_message_unref(message); }
};
using Held = std::unique_ptr<DBusMessage, Unref>;

// libdbus ends the program when it is given a text that D-Bus does not allow, so ask it before.
Result<void> check_text(const Value& value) {
  const std::string text = value.text();
  const bool valid = text.find('\0') == text.npos &&
                     (value.type == "s"   ? dbus_validate_utf8(text.c_str(), nullptr)
                      : value.type == "o" ? dbus_validate_path(text.c_str(), nullptr)
                                          : dbus_signature_validate(text.c_str(), nullptr));
  if (valid) return {};
  return Error::refused(format("'{}' is not a D-Bus value of type {}", text, value.type));
}

Result<void> append(DBusMessageIter& to, const Value& value);

Result<void> append_inside(DBusMessageIter& to, int kind, const char* contained,
                           const Value& value) {
  DBusMessageIter inside;
  dbus_message_iter_open_container(&to, kind, contained, &inside);
  for (const Value& one : value.inside()) {
    auto appended = append(inside, one);
    if (appended) continue;
    dbus_message_iter_abandon_container(&to, &inside);
    return appended;
  }
  dbus_message_iter_close_container(&to, &inside);
  return {};
}

template <class Number>
void append_number(DBusMessageIter& to, char type, auto number) {
  const auto sized = static_cast<Number>(number);
  dbus_message_iter_append_basic(&to, type, &sized);
}

Result<void> append(DBusMessageIter& to, const Value& value) {
  const char type = value.type.empty() ? '\0' : value.type[0];
  const auto* held = std::get_if<std::int64_t>(&value.data);
  const std::int64_t integer = held == nullptr ? 0 : *held;
  switch (type) {
    case 'b':
      append_number<dbus_bool_t>(to, type, std::get<bool>(value.data) ? 1 : 0);
      return {};
    case 'y':
      append_number<std::uint8_t>(to, type, value.number());
      return {};
    case 'q':
      append_number<std::uint16_t>(to, type, value.number());
      return {};
    case 'u':
      append_number<std::uint32_t>(to, type, value.number());
      return {};
    case 't':
      append_number<std::uint64_t>(to, type, value.number());
      return {};
    case 'n':
      append_number<std::int16_t>(to, type, integer);
      return {};
    case 'i':
      append_number<std::int32_t>(to, type, integer);
      return {};
    case 'x':
      append_number<std::int64_t>(to, type, integer);
      return {};
    case 'd':
      append_number<double>(to, type, std::get<double>(value.data));
      return {};
    case 's':
    case 'o':
    case 'g': {
      TRY(check_text(value));
      const std::string text = value.text();
      const char* start = text.c_str();
      dbus_message_iter_append_basic(&to, type, &start);
      return {};
    }
    case 'a':
      return append_inside(to, DBUS_TYPE_ARRAY, value.type.c_str() + 1, value);
    case 'v':
      return append_inside(to, DBUS_TYPE_VARIANT, value.inside().front().type.c_str(), value);
    case '(':
      return append_inside(to, DBUS_TYPE_STRUCT, nullptr, value);
    default:
      return Error::refused(format("'{}' is not a D-Bus type that hull sends", value.type));
  }
}

std::string signature_of(DBusMessageIter& from) {
  char* text = dbus_message_iter_get_signature(&from);
  std::string signature(text);
  dbus_free(text);
  return signature;
}

template <class Number>
Number basic(DBusMessageIter& from) {
  Number number = 0;
  dbus_message_iter_get_basic(&from, &number);
  return number;
}

std::vector<Value> read_all(DBusMessageIter& from);

// The type is read from the message, which libdbus has checked.
Value read_one(DBusMessageIter& from) {
  const int type = dbus_message_iter_get_arg_type(&from);
  Value value = {signature_of(from), false};
  switch (type) {
    case DBUS_TYPE_BOOLEAN:
      value.data = basic<dbus_bool_t>(from) != 0;
      break;
    case DBUS_TYPE_BYTE:
      value.data = std::uint64_t{basic<std::uint8_t>(from)};
      break;
    case DBUS_TYPE_UINT16:
      value.data = std::uint64_t{basic<std::uint16_t>(from)};
      break;
    case DBUS_TYPE_UINT32:
      value.data = std::uint64_t{basic<std::uint32_t>(from)};
      break;
    case DBUS_TYPE_UINT64:
      value.data = std::uint64_t{basic<dbus_uint64_t>(from)};
      break;
    case DBUS_TYPE_INT16:
      value.data = std::int64_t{basic<std::int16_t>(from)};
      break;
    case DBUS_TYPE_INT32:
      value.data = std::int64_t{basic<std::int32_t>(from)};
      break;
    case DBUS_TYPE_INT64:
      value.data = std::int64_t{basic<dbus_int64_t>(from)};
      break;
    case DBUS_TYPE_DOUBLE:
      value.data = basic<double>(from);
      break;
    case DBUS_TYPE_STRING:
    case DBUS_TYPE_OBJECT_PATH:
    case DBUS_TYPE_SIGNATURE: {
      const char* text = nullptr;
      dbus_message_iter_get_basic(&from, &text);
      value.data = std::string(text);
      break;
    }
    case DBUS_TYPE_ARRAY:
    case DBUS_TYPE_VARIANT:
    case DBUS_TYPE_STRUCT:
    case DBUS_TYPE_DICT_ENTRY: {
      DBusMessageIter inside;
      dbus_message_iter_recurse(&from, &inside);
      value.data = read_all(inside);
      break;
    }
    default:  // A descriptor: we never agreed to be sent one.
      break;
  }
  return value;
}

std::vector<Value> read_all(DBusMessageIter& from) {
  std::vector<Value> values;
  for (; dbus_message_iter_get_arg_type(&from) != DBUS_TYPE_INVALID; dbus_message_iter_next(&from))
    values.push_back(read_one(from));
  return values;
}

std::string text_or_none(const char* text) {
  return text == nullptr ? "" : text;
}

}  // namespace

Result<std::string> encode(const Call& call, std::uint32_t serial) {
  Held message(dbus_message_new_method_call(call.destination.c_str(), call.path.c_str(),
                                            call.interface.c_str(), call.member.c_str()));
  dbus_message_set_serial(message.get(), serial);
  DBusMessageIter body;
  dbus_message_iter_init_append(message.get(), &body);
  for (const Value& argument : call.arguments) TRY(append(body, argument));
  char* bytes = nullptr;
  int length = 0;
  dbus_message_marshal(message.get(), &bytes, &length);
  std::string encoded(bytes, static_cast<std::size_t>(length));
  dbus_free(bytes);
  return encoded;
}

Result<std::size_t> message_length(std::string_view bytes) {
  if (bytes.size() < DBUS_MINIMUM_HEADER_SIZE) return std::size_t{0};
  const int length =
      dbus_message_demarshal_bytes_needed(bytes.data(), static_cast<int>(bytes.size()));
  if (length <= 0) return Error::refused("what came is not a D-Bus message");
  return static_cast<std::size_t>(length);
}

Result<Message> decode_message(std::string_view bytes) {
  DBusError problem;
  dbus_error_init(&problem);
  Held message(dbus_message_demarshal(bytes.data(), static_cast<int>(bytes.size()), &problem));
  if (!message) {
    std::string why = text_or_none(problem.message);
    dbus_error_free(&problem);
    return Error::refused(format("what came is not a D-Bus message: {}", why));
  }
  Message decoded;
  decoded.answers = dbus_message_get_reply_serial(message.get());
  decoded.sender = text_or_none(dbus_message_get_sender(message.get()));
  decoded.interface = text_or_none(dbus_message_get_interface(message.get()));
  decoded.member = text_or_none(dbus_message_get_member(message.get()));
  const int kind = dbus_message_get_type(message.get());
  if (kind == DBUS_MESSAGE_TYPE_METHOD_RETURN) decoded.kind = Message::Kind::Answer;
  if (kind == DBUS_MESSAGE_TYPE_SIGNAL) decoded.kind = Message::Kind::Signal;
  if (kind == DBUS_MESSAGE_TYPE_ERROR) {
    decoded.kind = Message::Kind::Failure;
    decoded.member = text_or_none(dbus_message_get_error_name(message.get()));
  }
  DBusMessageIter body;
  if (dbus_message_iter_init(message.get(), &body) != FALSE) decoded.body = read_all(body);
  return decoded;
}

}  // namespace hull::cgroup
