// SPDX-License-Identifier: Apache-2.0
#include "fake.h"

#include <fcntl.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

namespace hull::cgroup {

FakeRoot::FakeRoot() {
  std::string pattern = std::filesystem::temp_directory_path() / "hull-cgroup-XXXXXX";
  path_ = ::mkdtemp(pattern.data());
  fd_ = sys::Fd(::open(path_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

FakeRoot::~FakeRoot() {
  std::filesystem::remove_all(path_);
}

void FakeRoot::directory(const std::string& name) const {
  std::filesystem::create_directories(path_ / name);
}

void FakeRoot::file(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name) << text;
}

void FakeRoot::link(const std::string& name, const std::string& target) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::filesystem::create_symlink(target, path_ / name);
}

std::string FakeRoot::read(const std::string& name) const {
  std::ifstream stream(path_ / name);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool FakeRoot::has(const std::string& name) const {
  return std::filesystem::exists(path_ / name);
}

}  // namespace hull::cgroup
