// SPDX-License-Identifier: Apache-2.0
// The document that an annotation of hull's own carries: what the container's process may do with
// files, enforced by the kernel's Landlock (landlock(7)). config.json of the specification 1.3.0
// has no member for it. A value; both sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/codec.h"

namespace hull::spec {

/// The key in `annotations`, and where messages say that it is.
inline constexpr const char* kLandlockAnnotation = "run.oci.hull.landlock";
inline constexpr std::string_view kLandlockPointer = "/annotations/run.oci.hull.landlock";

/// What is allowed on each of the paths, and below those that are directories.
struct LandlockRule {
  /// Absolute, as the container sees them.
  std::vector<std::string> paths;
  /// Rights by the names of linux/landlock.h in small letters, and the groups `read` and `write`.
  std::vector<std::string> allow;
};

struct Landlock {
  /// "strict", which an empty one means too, or "best-effort".
  std::string mode;
  /// The rights that nobody has but by a rule; absent: all that hull knows.
  std::optional<std::vector<std::string>> handled;
  std::vector<LandlockRule> rules;

  bool is_strict() const { return mode != "best-effort"; }
};

/// Reads the annotation's text and checks what ends with the document; plan/ gives the rights their
/// numbers. Warnings and faults begin with kLandlockPointer.
Result<Decoded<Landlock>> decode_landlock(std::string_view text);

/// The members of each, once: see spec/fields.h.
void fields(Fields& f, Landlock& value);
void fields(Fields& f, LandlockRule& value);

}  // namespace hull::spec
