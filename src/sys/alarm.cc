// SPDX-License-Identifier: Apache-2.0
#include "sys/alarm.h"

#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"

namespace hull::sys {

Result<Fd> make_event() {
  int number = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (number < 0) return Error::system("eventfd");
  return Fd(number);
}

Result<Fd> make_ticker(std::chrono::nanoseconds interval) {
  int number = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
  if (number < 0) return Error::system("timerfd_create");
  Fd ticker(number);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(interval);
  itimerspec times = {};
  times.it_interval = {seconds.count(), (interval - seconds).count()};
  times.it_value = times.it_interval;
  if (::timerfd_settime(number, 0, &times, nullptr) < 0) return Error::system("timerfd_settime");
  return ticker;
}

Result<std::uint64_t> take(FdRef alarm) {
  std::uint64_t count = 0;
  if (::read(alarm.number(), &count, sizeof count) == sizeof count) return count;
  if (errno == EAGAIN || errno == EINTR) return std::uint64_t{0};
  return Error::system(format("read({})", alarm.number()));
}

}  // namespace hull::sys
