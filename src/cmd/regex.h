// SPDX-License-Identifier: Apache-2.0
// `--regex` of kill and delete: one verb for every container whose id matches.
#pragma once

#include <regex.h>

#include <functional>
#include <string>

#include "base/result.h"
#include "life/context.h"

namespace hull::cmd {

/// A POSIX extended regular expression (regcomp(3)), compiled.
class Regex {
 public:
  /// Fails with regerror(3)'s words.
  static Result<Regex> compile(const std::string& pattern);
  Regex(Regex&& other) noexcept;
  Regex& operator=(Regex&&) = delete;
  ~Regex();

  /// Whether it matches anywhere in `text`: "^" and "$" anchor it.
  bool matches(const std::string& text) const;

 private:
  explicit Regex(regex_t compiled) : compiled_(compiled), owned_(true) {}
  regex_t compiled_;
  bool owned_;
};

/// Calls `act` with the id of every container that `pattern` matches, going on behind a failure,
/// and gives their number. Fails with the one failure, or with all of them in one line.
Result<int> for_each_match(life::Context& context, const std::string& pattern,
                           const std::function<Result<void>(const std::string& id)>& act);

}  // namespace hull::cmd
