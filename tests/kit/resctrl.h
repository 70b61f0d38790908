// SPDX-License-Identifier: Apache-2.0
// A plain directory in resctrl's place. The kernel fills a new group with files, and removes them
// with it; here the test does that.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "kit/namespaces.h"
#include "sys/file.h"

namespace hull::kit {

/// A resctrl with its default group.
class Resctrl {
 public:
  Resctrl() { fill("."); }

  void group(const std::string& name, const std::string& schemata = "") {
    std::filesystem::create_directories(root_.path(name));
    fill(name, schemata);
  }
  void fill(const std::string& name, const std::string& schemata = "") {
    std::filesystem::create_directories(root_.path(name + "/mon_groups"));
    put(name + "/schemata", schemata);
    put(name + "/tasks", "");
  }
  /// As the kernel does when a group is removed.
  void empty(const std::string& name) {
    for (const char* file : {"schemata", "tasks", "mon_groups"})
      std::filesystem::remove_all(root_.path(name + "/" + file));
  }
  void put(const std::string& name, const std::string& text) {
    std::ofstream(root_.path(name)) << text;
  }
  std::string text(const std::string& name) {
    std::ifstream file(root_.path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string path(const std::string& name) { return root_.path(name); }
  bool has(const std::string& name) { return std::filesystem::exists(root_.path(name)); }
  sys::Fd open() {
    auto opened = sys::open_at(sys::FdRef::cwd(), root_.path(), O_PATH | O_DIRECTORY);
    REQUIRE(opened);
    return std::move(opened).value();
  }

 private:
  kit::Directory root_;
};

}  // namespace hull::kit
