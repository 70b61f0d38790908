// SPDX-License-Identifier: Apache-2.0
#include "plan/annotations.h"

#include "base/json.h"
#include "base/path.h"
#include "base/text.h"

namespace hull::plan {

std::string annotation_pointer(std::string_view key) {
  return "/annotations/" + json::pointer_step(key);
}

const std::string* find_annotation(const Annotations& annotations, std::string_view key) {
  auto found = annotations.find(std::string(key));
  return found == annotations.end() ? nullptr : &found->second;
}

Result<bool> annotated_switch(const Annotations& annotations, std::string_view key) {
  const std::string* value = find_annotation(annotations, key);
  if (value == nullptr || value->empty() || *value == "0" || *value == "false") return false;
  if (*value == "1" || *value == "true") return true;
  return Error::refused(format("{}: '{}' is neither 1 nor 0", annotation_pointer(key), *value));
}

Result<std::string> annotated_path(const Annotations& annotations, std::string_view key) {
  const std::string* value = find_annotation(annotations, key);
  if (value == nullptr || value->empty()) return std::string();
  if (!path::is_absolute(*value))
    return Error::refused(
        format("{}: '{}' is not an absolute path", annotation_pointer(key), *value));
  return *value;
}

}  // namespace hull::plan
