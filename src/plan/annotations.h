// SPDX-License-Identifier: Apache-2.0
// Reading the values of annotations (spec/annotations.h); refusals begin with the JSON pointer.
// Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::plan {

using Annotations = std::map<std::string, std::string>;

/// "/annotations/KEY" as a JSON pointer.
std::string annotation_pointer(std::string_view key);

/// The value, null without the annotation. Borrowed.
const std::string* find_annotation(const Annotations& annotations, std::string_view key);

/// A switch: "1" or "true" turn it on; "0", "false" and "" are as if it were absent. Refuses
/// others.
Result<bool> annotated_switch(const Annotations& annotations, std::string_view key);

/// A path of the host's, empty without the annotation or when that is. Refuses relative ones:
/// nobody could say from where, for `start` and `delete` run elsewhere.
Result<std::string> annotated_path(const Annotations& annotations, std::string_view key);

}  // namespace hull::plan
