// SPDX-License-Identifier: Apache-2.0
// The small questions that rules of every part ask. Each refuses with the pointer it is given.
// Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/words.h"

namespace hull::spec {

/// The word is one of the known, else "POINTER: 'WORD' is unknown", with the nearest as a hint.
Result<void> check_word(std::string_view word, words::Words known, std::string_view pointer);
/// The same for each of a list, at POINTER/INDEX.
Result<void> check_words(const std::vector<std::string>& list, words::Words known,
                         std::string_view pointer);
/// The value lies between the bounds, themselves included.
Result<void> check_range(std::int64_t value, std::int64_t lowest, std::int64_t highest,
                         std::string_view pointer);
/// A list of numbers and ranges as "0-3,7", or nothing: digits, commas, dashes and blanks.
Result<void> check_list(std::string_view list, std::string_view pointer);

}  // namespace hull::spec
