// SPDX-License-Identifier: Apache-2.0
// A plain directory that stands for /sys/fs/cgroup: files appear only where a test puts them.
#pragma once

#include <filesystem>
#include <string>

#include "sys/fd.h"

namespace hull::cgroup {

class FakeRoot {
 public:
  FakeRoot();
  ~FakeRoot();
  FakeRoot(const FakeRoot&) = delete;
  FakeRoot& operator=(const FakeRoot&) = delete;

  sys::FdRef fd() const { return fd_; }
  void directory(const std::string& name) const;
  /// Makes the file, and its directory, with `text` in it.
  void file(const std::string& name, const std::string& text) const;
  /// Makes a symbolic link to `target`.
  void link(const std::string& name, const std::string& target) const;
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const;
  std::filesystem::path path(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
  sys::Fd fd_;
};

}  // namespace hull::cgroup
