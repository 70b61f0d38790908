// SPDX-License-Identifier: Apache-2.0
#include "cmd/signals.h"

#include <csignal>
#include <cstring>
#include <optional>
#include <string>

#include "base/text.h"

namespace hull::cmd {
namespace {

// Second names, for which the C library's table has the first.
struct Alias {
  std::string_view name;
  int number;
};
constexpr Alias kAliases[] = {{"IOT", SIGABRT}, {"CLD", SIGCHLD}, {"IO", SIGIO}};

std::optional<int> real_time(std::string_view name) {
  bool up = name.starts_with("RTMIN");
  if (!up && !name.starts_with("RTMAX")) return std::nullopt;
  std::string_view rest = name.substr(5);
  int from = up ? SIGRTMIN : SIGRTMAX;
  if (rest.empty()) return from;
  if (rest[0] != (up ? '+' : '-')) return std::nullopt;
  std::optional<std::uint64_t> steps = parse_uint(rest.substr(1));
  auto range = static_cast<std::uint64_t>(SIGRTMAX - SIGRTMIN);
  if (!steps || *steps > range) return std::nullopt;
  return up ? from + static_cast<int>(*steps) : from - static_cast<int>(*steps);
}

std::optional<int> by_name(std::string_view name) {
  for (const Alias& alias : kAliases)
    if (alias.name == name) return alias.number;
  for (int number = 1; number < SIGRTMIN; number++) {
    const char* known = sigabbrev_np(number);
    if (known && name == known) return number;
  }
  return real_time(name);
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

}  // namespace

Result<int> signal_number(std::string_view text) {
  std::optional<std::uint64_t> number = parse_uint(text);
  if (number && *number <= static_cast<std::uint64_t>(SIGRTMAX)) return static_cast<int>(*number);
  std::string name = upper(text);
  if (name.starts_with("SIG")) name.erase(0, 3);
  std::optional<int> found = by_name(name);
  if (found) return *found;
  return Error::refused(format("unknown signal '{}'", text));
}

}  // namespace hull::cmd
