// SPDX-License-Identifier: Apache-2.0
#include "spec/landlock.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace hull::spec {
namespace {

/// The document as it was understood, "(refused) " and why, or "(warned) " and of what.
std::string understood(std::string_view text) {
  Result<Decoded<Landlock>> decoded = decode_landlock(text);
  if (!decoded) return "(refused) " + decoded.error().message();
  if (!decoded->warnings.empty()) return "(warned) " + join(decoded->warnings, "\n");
  return encode(decoded->value);
}

}  // namespace

TEST_CASE("a Landlock document says the mode, what is handled and what is allowed where") {
  constexpr std::string_view kFull =
      R"({"mode":"best-effort","handled":["execute","read"],)"
      R"("rules":[{"paths":["/usr","/lib"],"allow":["read_file","execute"]}]})";
  CHECK(understood(kFull) == kFull);
  CHECK_FALSE(decode_landlock(kFull)->value.is_strict());
}

TEST_CASE("without a mode a Landlock document is strict, and with no rules nothing is allowed") {
  CHECK(decode_landlock(R"({"rules": []})")->value.is_strict());
  CHECK(decode_landlock(R"({"mode": "strict", "rules": []})")->value.is_strict());
  CHECK(understood(R"({"rules": []})") == R"({"rules":[]})");
}

TEST_CASE("a Landlock document that is no JSON is refused with the place in the annotation") {
  CHECK(understood("") == "(refused) /annotations/run.oci.hull.landlock:1:1: the text is empty");
  CHECK(understood("{\"rules\": [\n  {]}")
            .starts_with("(refused) /annotations/run.oci.hull.landlock:2:4: "));
}

TEST_CASE("a fault of a Landlock document is refused with its pointer") {
  struct Case {
    std::string_view text, message;
  };
  const Case cases[] = {
      {R"([])", ":1:1: the document must be an object, not an array"},
      {R"({})", ":1:1: /rules is missing"},
      {R"({"rules": {}})", ":1:11: /rules must be an array, not an object"},
      {R"({"mode": 1, "rules": []})", ":1:10: /mode must be a string, not a number"},
      {R"({"rules": [{"paths": "/usr", "allow": ["read"]}]})",
       ":1:22: /rules/0/paths must be an array, not a string"},
      {R"({"rules": [{"paths": ["/usr"]}]})", ":1:12: /rules/0/allow is missing"},
      {R"({"mode": "best_effort", "rules": []})",
       ": /mode: 'best_effort' is unknown; did you mean 'best-effort'"},
      {R"({"handled": [], "rules": []})", ": /handled: is empty, so nothing would be enforced"},
      {R"({"rules": [{"paths": [], "allow": ["read"]}]})", ": /rules/0/paths: is empty"},
      {R"({"rules": [{"paths": ["/usr"], "allow": []}]})", ": /rules/0/allow: is empty"},
      {R"({"rules": [{"paths": ["/a"], "allow": ["read"]}, {"paths": ["/b", "c"], "allow": ["read"]}]})",
       ": /rules/1/paths/1: 'c' is not an absolute path"},
  };
  for (const Case& c : cases)
    CHECK(understood(c.text) ==
          "(refused) /annotations/run.oci.hull.landlock" + std::string(c.message));
}

TEST_CASE("a member that a Landlock document does not have is warned of") {
  CHECK(understood(R"({"handles": ["execute"], "rules": []})") ==
        "(warned) /annotations/run.oci.hull.landlock:1:13: unknown key /handles, did you mean "
        "handled");
}

}  // namespace hull::spec
