// SPDX-License-Identifier: Apache-2.0
#include "sys/clock.h"

#include <ctime>

#include "base/text.h"

namespace hull::sys {

std::string rfc3339_now() {
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  std::tm parts = {};
  ::gmtime_r(&now.tv_sec, &parts);
  return format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}Z", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                now.tv_nsec);
}

}  // namespace hull::sys
