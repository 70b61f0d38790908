// SPDX-License-Identifier: Apache-2.0
#include "plan/inside_path.h"

#include "base/path.h"

namespace hull::plan {
namespace {

// Nearly every path comes clean: saying so costs no allocation.
bool is_clean(std::string_view path) {
  if (!path.starts_with('/')) return false;
  if (path == "/") return true;
  return !path.ends_with('/') && path.find("//") == path.npos && path.find("/.") == path.npos;
}

}  // namespace

std::string inside_path(std::string_view written) {
  if (is_clean(written)) return std::string(written);
  return path::clean(path::below("/", written));
}

}  // namespace hull::plan
