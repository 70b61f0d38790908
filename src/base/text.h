// SPDX-License-Identifier: Apache-2.0
// Formatting, splitting, trimming, and number parsing that refuses what it does not understand.
// Pure; runs on both sides.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull {

/// The one place where fmt's formatter is compiled: every other unit includes only fmt/core.h,
/// which keeps a unit's compilation under a third of a second instead of three.
std::string format_arguments(fmt::string_view pattern, fmt::format_args arguments);

/// fmt's format string syntax, checked at compile time. Never fails. An object and not a function,
/// because argument-dependent lookup would find a newer library's std::format beside a function.
struct Formatter {
  template <class... Arguments>
  std::string operator()(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) const {
    return hull::format_arguments(pattern, fmt::make_format_args(arguments...));
  }
};
inline constexpr Formatter format;

/// The pieces between `separator`s, empty ones included: "a,,b" gives three, "" gives one.
/// The pieces are views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `text` without blanks, tabs and line ends on both sides; a view into `text`.
std::string_view trim(std::string_view text);

/// The pieces joined by `separator`.
std::string join(const std::vector<std::string>& pieces, std::string_view separator);

/// `text` with ASCII capitals made small.
std::string lower(std::string_view text);

/// `text`, which a stranger may have written, as a terminal and a reader can take it: what is no
/// UTF-8, and control characters, C0 ("\\x1b"), DEL and C1 ("\\xc2\\x9b"), byte by byte as "\\xNN";
/// all else unchanged. Given its own result, it changes nothing.
std::string visible(std::string_view text);

/// The same on one line for sure, and to be read as one: line ends and tabs are blanks.
std::string one_line(std::string_view text);

/// The whole of `text` as a decimal number (a leading '-' for the signed one), or nothing when it
/// is empty, has any other character (blanks and '+' too) or does not fit.
std::optional<std::int64_t> parse_int(std::string_view text);
std::optional<std::uint64_t> parse_uint(std::string_view text);
/// A user or group id: below 4294967295, which stands for "leave it as it is" (setresuid(2)).
std::optional<std::uint32_t> parse_id(std::string_view text);
/// A number in base 8, digits 0-7 only: file modes as mount options write them.
std::optional<std::uint64_t> parse_octal(std::string_view text);

/// The one of `names` that is nearest to `word` (Levenshtein distance, letter case ignored), or
/// nothing when none is within a third of the word's length: for "did you mean" hints.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace hull
