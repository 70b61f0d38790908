// SPDX-License-Identifier: Apache-2.0
#include "cmd/regex.h"

#include <utility>
#include <vector>

#include "base/text.h"
#include "life/state.h"

namespace hull::cmd {

Result<Regex> Regex::compile(const std::string& pattern) {
  regex_t compiled;
  int code = regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB);
  if (code == 0) return Regex(compiled);
  char reason[256];
  regerror(code, &compiled, reason, sizeof reason);
  return Error::refused(hull::format("'{}': {}", pattern, lower(reason)));
}

// regex_t is a plain struct of glibc's: a copy is as good as the original, as long as one is freed.
Regex::Regex(Regex&& other) noexcept
    : compiled_(other.compiled_), owned_(std::exchange(other.owned_, false)) {}

Regex::~Regex() {
  if (owned_) regfree(&compiled_);
}

bool Regex::matches(const std::string& text) const {
  return regexec(&compiled_, text.c_str(), 0, nullptr, 0) == 0;
}

Result<int> for_each_match(life::Context& context, const std::string& pattern,
                           const std::function<Result<void>(const std::string& id)>& act) {
  Regex regex = TRY(Regex::compile(pattern));
  std::vector<spec::State> states = TRY(life::list(context));
  int matched = 0;
  std::vector<Error> failures;
  for (const spec::State& state : states) {
    if (!regex.matches(state.id)) continue;
    matched++;
    Result<void> acted = act(state.id).context([&] { return hull::format("'{}'", state.id); });
    if (!acted) failures.push_back(std::move(acted).error());
  }
  if (failures.empty()) return matched;
  if (failures.size() == 1) return std::move(failures[0]);
  std::vector<std::string> messages;
  for (const Error& failure : failures) messages.push_back(failure.message());
  return Error::refused(join(messages, "; "));
}

}  // namespace hull::cmd
