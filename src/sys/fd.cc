// SPDX-License-Identifier: Apache-2.0
#include "sys/fd.h"

#include <linux/close_range.h>
#include <unistd.h>

#include <algorithm>
#include <climits>

#include "base/text.h"

namespace hull::sys {

Fd::~Fd() {
  close();
}

void Fd::close() {
  if (number_ < 0) return;
  ::close(std::exchange(number_, -1));
}

Result<Fd> duplicate(FdRef fd) {
  int number = ::fcntl(fd.number(), F_DUPFD_CLOEXEC, 0);
  if (number < 0) return Error::system(format("fcntl({}, F_DUPFD_CLOEXEC)", fd.number()));
  return Fd(number);
}

Result<void> set_close_on_exec(FdRef fd, bool on) {
  if (::fcntl(fd.number(), F_SETFD, on ? FD_CLOEXEC : 0) < 0)
    return Error::system(format("fcntl({}, F_SETFD)", fd.number()));
  return {};
}

Result<void> close_on_exec_from(unsigned first) {
  if (::close_range(first, UINT_MAX, CLOSE_RANGE_CLOEXEC) < 0)
    return Error::system(format("close_range({}, CLOEXEC)", first));
  return {};
}

Result<void> close_all_but(std::vector<int> kept) {
  std::ranges::sort(kept);
  unsigned first = STDERR_FILENO + 1;
  for (int number : kept) {
    if (number < 0 || static_cast<unsigned>(number) < first) continue;
    const unsigned next = static_cast<unsigned>(number);
    if (next > first && ::close_range(first, next - 1, 0) < 0)
      return Error::system(format("close_range({}, {})", first, next - 1));
    first = next + 1;
  }
  if (::close_range(first, UINT_MAX, 0) < 0) return Error::system(format("close_range({})", first));
  return {};
}

Result<void> duplicate_to(FdRef fd, int number) {
  if (::dup2(fd.number(), number) < 0)
    return Error::system(format("dup2({}, {})", fd.number(), number));
  return {};
}

}  // namespace hull::sys
