// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace hull {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};

// A name before those that begin like it. Go takes both of Unicode's letters for micro.
constexpr Unit kUnits[] = {
    {"ns", 1},         {"us", 1'000},        {"\u00b5s", 1'000},    {"\u03bcs", 1'000},
    {"ms", 1'000'000}, {"s", 1'000'000'000}, {"m", 60'000'000'000}, {"h", 3'600'000'000'000}};

std::string_view take_digits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

const Unit* take_unit(std::string_view& text) {
  for (const Unit& unit : kUnits) {
    if (!text.starts_with(unit.name)) continue;
    text.remove_prefix(unit.name.size());
    return &unit;
  }
  return nullptr;
}

// The part of a unit that the digits behind the point make, rounded down.
std::int64_t fraction(std::string_view digits, std::int64_t unit) {
  std::int64_t part = 0;
  for (char digit : digits) {
    unit /= 10;
    part += (digit - '0') * unit;
  }
  return part;
}

// One number with its unit, taken off the front of `text`.
std::optional<std::int64_t> take_part(std::string_view& text) {
  std::string_view whole = take_digits(text);
  std::string_view rest;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    rest = take_digits(text);
  }
  if (whole.empty() && rest.empty()) return std::nullopt;
  const Unit* unit = take_unit(text);
  auto number = whole.empty() ? std::optional<std::int64_t>(0) : parse_int(whole);
  std::int64_t part = 0;
  if (unit == nullptr || !number || __builtin_mul_overflow(*number, unit->nanoseconds, &part) ||
      __builtin_add_overflow(part, fraction(rest, unit->nanoseconds), &part))
    return std::nullopt;
  return part;
}

}  // namespace

std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == "0") return std::chrono::nanoseconds(0);
  if (text.empty()) return std::nullopt;
  std::int64_t sum = 0;
  while (!text.empty()) {
    auto part = take_part(text);
    if (!part || __builtin_add_overflow(sum, *part, &sum)) return std::nullopt;
  }
  return std::chrono::nanoseconds(negative ? -sum : sum);
}

}  // namespace hull
