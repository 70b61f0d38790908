// SPDX-License-Identifier: Apache-2.0
#include "spec/word_rules.h"

#include <algorithm>

#include "base/text.h"

namespace hull::spec {

Result<void> check_word(std::string_view word, words::Words known, std::string_view pointer) {
  if (std::ranges::find(known, word) != known.end()) return {};
  Error error = Error::refused(format("{}: '{}' is unknown", pointer, word));
  std::optional<std::string> near = nearest(word, {known.begin(), known.end()});
  if (!near) return error;
  return std::move(error).hint(format("did you mean '{}'", *near));
}

Result<void> check_words(const std::vector<std::string>& list, words::Words known,
                         std::string_view pointer) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (std::ranges::find(known, list[i]) == known.end())
      return check_word(list[i], known, format("{}/{}", pointer, i));
  return {};
}

Result<void> check_range(std::int64_t value, std::int64_t lowest, std::int64_t highest,
                         std::string_view pointer) {
  if (value >= lowest && value <= highest) return {};
  return Error::refused(format("{}: {} is not from {} to {}", pointer, value, lowest, highest));
}

Result<void> check_list(std::string_view list, std::string_view pointer) {
  if (list.find_first_not_of("0123456789,- ") == list.npos) return {};
  return Error::refused(format("{}: '{}' is not a list as '0-3,7'", pointer, list));
}

}  // namespace hull::spec
