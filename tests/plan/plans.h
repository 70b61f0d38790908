// SPDX-License-Identifier: Apache-2.0
// Plans for tests: a config.json as text goes in, the plan as text comes out.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "plan/describe.h"
#include "plan/make_plan.h"
#include "spec/codec.h"

namespace hull::plan {

inline Options test_options() {
  Options options;
  options.id = "web";
  options.bundle = "/bundle";
  return options;
}

/// The plan for a whole document.
inline Result<Planned> plan_of(std::string_view document, const Facts& facts = {},
                               const Options& options = test_options()) {
  Result<spec::Decoded<spec::Config>> decoded = spec::decode_config(document, "config.json");
  REQUIRE_MESSAGE(decoded, decoded.error().message());
  return make_plan(decoded->value, options, facts);
}

/// A document that has all it must have, with `more` behind it: R"("hostname": "a")".
inline std::string document(std::string_view more) {
  return R"({"ociVersion": "1.3.0", "root": {"path": "rootfs"})" +
         (more.empty() ? std::string() : ", " + std::string(more)) + "}";
}

/// `"linux": {...}` with the named namespaces ("mount user", "network=/run/n" to join) and `more`.
inline std::string linux_section(std::string_view namespaces, std::string_view more = {}) {
  std::string list;
  for (std::string_view word : split(namespaces, ' ')) {
    if (word.empty()) continue;
    const std::size_t equals = word.find('=');
    if (!list.empty()) list += ", ";
    list += hull::format(R"({{"type": "{}")", word.substr(0, equals));
    if (equals != word.npos) list += hull::format(R"(, "path": "{}")", word.substr(equals + 1));
    list += "}";
  }
  return hull::format(R"("linux": {{"namespaces": [{}]{}{}}})", list, more.empty() ? "" : ", ",
                      more);
}

/// What a user would read for a document: the lines of the plan that start with one of the words in
/// `kinds` ("mount", "device|link"), then its warnings after "warning: "; or "refused: " and why.
inline std::string outcome(std::string_view kinds, std::string_view document_text,
                           const Facts& facts = {}, const Options& options = test_options()) {
  Result<Planned> planned = plan_of(document_text, facts, options);
  if (!planned) return "refused: " + planned.error().message() + "\n";
  std::string text;
  const std::string all = describe(planned->plan);
  for (std::string_view line : split(all, '\n'))
    for (std::string_view kind : split(kinds, '|'))
      if (!kind.empty() && line.starts_with(kind)) text.append(line) += '\n';
  for (const std::string& warning : planned->warnings) text += "warning: " + warning + "\n";
  return text;
}

}  // namespace hull::plan
