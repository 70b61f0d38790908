// SPDX-License-Identifier: Apache-2.0
// A D-Bus value as a tree: the arguments of a call, the property of a unit. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hull::cgroup {

/// One value and its type in the words of the D-Bus specification, "Type System".
struct Value {
  /// One complete type: "s", "as", "a(sv)".
  std::string type;
  /// b: bool. n, i, x: signed. y, q, u, t: unsigned. d: double. s, o, g: text. All others: what is
  /// inside; a variant has one.
  std::variant<bool, std::int64_t, std::uint64_t, double, std::string, std::vector<Value>> data;

  bool operator==(const Value&) const = default;

  /// The text or number, or an empty one when the value is something else.
  std::string text() const;
  std::uint64_t number() const;
  /// What is inside; nothing for values that hold no others.
  const std::vector<Value>& inside() const;
};

/// The makers of values.
Value boolean_value(bool is);
Value string_value(std::string text);
Value uint32_value(std::uint32_t number);
Value uint64_value(std::uint64_t number);
Value bytes_value(const std::vector<std::uint8_t>& bytes);
Value variant_value(Value inside);
Value struct_value(std::vector<Value> members);
/// `element` is the type of each.
Value array_value(std::string_view element, std::vector<Value> elements);

/// One property of a unit, as StartTransientUnit and SetUnitProperties take it.
struct Property {
  std::string name;
  Value value;

  bool operator==(const Property&) const = default;
};

using Properties = std::vector<Property>;

/// Adds `property`, or puts it in the place of the one with its name.
void put(Properties& properties, Property property);

/// Puts all of `more`.
void put_all(Properties& properties, Properties more);

/// The length of the first complete type in `signature`; 0 when it begins with none, or nests
/// deeper than D-Bus allows.
std::size_t complete_type(std::string_view signature);

}  // namespace hull::cgroup
