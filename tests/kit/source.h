// SPDX-License-Identifier: Apache-2.0
// Files of the source tree that tests read.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace hull::kit {

/// The path of a file of the source tree.
inline std::string source_path(const std::string& name) {
  return std::string(SOURCE_ROOT "/") + name;
}

/// The whole of a file; the test case ends as failed if there is none.
inline std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace hull::kit
