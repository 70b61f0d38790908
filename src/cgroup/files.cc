// SPDX-License-Identifier: Apache-2.0
#include "cgroup/files.h"

#include <cerrno>
#include <utility>

#include "cgroup/keyed.h"
#include "cgroup/layout.h"
#include "sys/file.h"

namespace hull::cgroup {

std::optional<std::string> Files::text(std::string_view file) {
  if (failure_) return std::nullopt;
  auto read = sys::try_read(root_, directory_in(directory_, file));
  if (read) return *read;
  // A kernel that was booted without pressure stall information has its files all the same.
  if (!read.error().is(EOPNOTSUPP)) failure_ = std::move(read).error();
  return std::nullopt;
}

std::optional<std::uint64_t> Files::number(std::string_view file) {
  auto read = text(file);
  return read ? number_or_max(*read) : std::nullopt;
}

std::vector<std::string> Files::names() {
  auto directory = sys::open_at(root_, directory_, O_RDONLY | O_DIRECTORY);
  auto listed = directory ? sys::list(*directory)
                          : Result<std::vector<std::string>>(std::move(directory).error());
  if (listed) return std::move(listed).value();
  if (!failure_) failure_ = std::move(listed).error();
  return {};
}

Result<void> Files::finish() && {
  if (failure_) return std::move(*failure_);
  return {};
}

}  // namespace hull::cgroup
