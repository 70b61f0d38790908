// SPDX-License-Identifier: Apache-2.0
// The flags that checkpoint and restore share. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cmd/options.h"
#include "life/images.h"

namespace hull::cmd {

/// `to` is borrowed. Where CRIU itself refuses a flag its message says so.
std::vector<Option> image_options(life::ImageOptions& to);

/// A flag of a fixed set of words, each of which stands for a value of CRIU's.
template <class T>
Option word_of(std::string_view name, std::string_view values, std::string_view help,
               std::vector<std::pair<std::string_view, T>> words, std::optional<T>* to) {
  return {name, "", values, help, [=](std::string_view given) -> Result<void> {
            for (const auto& [word, value] : words) {
              if (word != given) continue;
              *to = value;
              return {};
            }
            return not_one_of(given, values);
          }};
}

}  // namespace hull::cmd
