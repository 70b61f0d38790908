// SPDX-License-Identifier: Apache-2.0
#include "cgroup/dbus_value.h"

namespace hull::cgroup {
namespace {

// D-Bus specification, "Valid Signatures": 32 arrays and 32 structures deep.
constexpr int kDeepest = 32;

std::size_t complete_type(std::string_view signature, int depth) {
  constexpr std::string_view kSimple = "ybnqiuxtdsogv";
  if (signature.empty() || depth > kDeepest) return 0;
  if (kSimple.find(signature[0]) != kSimple.npos) return 1;
  if (signature[0] == 'a') {
    const std::size_t element = complete_type(signature.substr(1), depth + 1);
    return element == 0 ? 0 : 1 + element;
  }
  if (signature[0] != '(') return 0;
  std::size_t at = 1;
  while (at < signature.size() && signature[at] != ')') {
    const std::size_t member = complete_type(signature.substr(at), depth + 1);
    if (member == 0) return 0;
    at += member;
  }
  const bool closed = at < signature.size();
  return closed && at > 1 ? at + 1 : 0;
}

}  // namespace

std::string Value::text() const {
  const auto* held = std::get_if<std::string>(&data);
  return held == nullptr ? "" : *held;
}

std::uint64_t Value::number() const {
  const auto* held = std::get_if<std::uint64_t>(&data);
  return held == nullptr ? 0 : *held;
}

const std::vector<Value>& Value::inside() const {
  static const std::vector<Value> kNone;
  const auto* held = std::get_if<std::vector<Value>>(&data);
  return held == nullptr ? kNone : *held;
}

Value boolean_value(bool is) {
  return {"b", is};
}

Value string_value(std::string text) {
  return {"s", std::move(text)};
}

Value uint32_value(std::uint32_t number) {
  return {"u", std::uint64_t{number}};
}

Value uint64_value(std::uint64_t number) {
  return {"t", number};
}

Value bytes_value(const std::vector<std::uint8_t>& bytes) {
  std::vector<Value> elements;
  for (std::uint8_t byte : bytes) elements.push_back({"y", std::uint64_t{byte}});
  return array_value("y", std::move(elements));
}

Value variant_value(Value inside) {
  std::vector<Value> one;
  one.push_back(std::move(inside));
  return {"v", std::move(one)};
}

Value struct_value(std::vector<Value> members) {
  std::string type = "(";
  for (const Value& member : members) type += member.type;
  return {type + ")", std::move(members)};
}

Value array_value(std::string_view element, std::vector<Value> elements) {
  return {"a" + std::string(element), std::move(elements)};
}

void put(Properties& properties, Property property) {
  for (Property& there : properties) {
    if (there.name != property.name) continue;
    there = std::move(property);
    return;
  }
  properties.push_back(std::move(property));
}

void put_all(Properties& properties, Properties more) {
  for (Property& property : more) put(properties, std::move(property));
}

std::size_t complete_type(std::string_view signature) {
  return complete_type(signature, 0);
}

}  // namespace hull::cgroup
