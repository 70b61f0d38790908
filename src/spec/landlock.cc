// SPDX-License-Identifier: Apache-2.0
#include "spec/landlock.h"

#include "base/path.h"
#include "base/text.h"
#include "spec/word_rules.h"

namespace hull::spec {
namespace {

constexpr std::string_view kModes[] = {"strict", "best-effort"};

Result<void> check_rule(const LandlockRule& rule, const std::string& pointer) {
  if (rule.paths.empty()) return Error::refused(pointer + "/paths: is empty");
  for (std::size_t i = 0; i < rule.paths.size(); ++i)
    if (!path::is_absolute(rule.paths[i]))
      return Error::refused(
          format("{}/paths/{}: '{}' is not an absolute path", pointer, i, rule.paths[i]));
  // landlock_add_rule(2): ENOMSG for a rule that allows nothing.
  if (rule.allow.empty()) return Error::refused(pointer + "/allow: is empty");
  return {};
}

Result<void> check(const Landlock& landlock) {
  if (!landlock.mode.empty()) TRY(check_word(landlock.mode, kModes, "/mode"));
  // landlock_create_ruleset(2): ENOMSG for a ruleset that handles nothing.
  if (landlock.handled && landlock.handled->empty())
    return Error::refused("/handled: is empty, so nothing would be enforced");
  for (std::size_t i = 0; i < landlock.rules.size(); ++i)
    TRY(check_rule(landlock.rules[i], format("/rules/{}", i)));
  return {};
}

}  // namespace

Result<Decoded<Landlock>> decode_landlock(std::string_view text) {
  auto decoded = TRY(decode<Landlock>(text, kLandlockPointer));
  TRY(check(decoded.value).context(std::string(kLandlockPointer)));
  return decoded;
}

void fields(Fields& f, Landlock& value) {
  f.optional("mode", value.mode);
  f.optional("handled", value.handled);
  f.required("rules", value.rules);
}

void fields(Fields& f, LandlockRule& value) {
  f.required("paths", value.paths);
  f.required("allow", value.allow);
}

}  // namespace hull::spec
