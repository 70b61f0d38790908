// SPDX-License-Identifier: Apache-2.0
// Children that are born not dumpable. Host side.
#pragma once

#include "base/result.h"
#include "sys/identity.h"

namespace hull::host {

/// Who is cloned while one lives can be traced by no process of a container, not for a moment, as
/// long as it holds what is the host's (CVE-2016-9962).
class Undumpable {
 public:
  Undumpable() { ignore(sys::set_dumpable(false), "prctl(2) knows no failure of it"); }
  ~Undumpable() { ignore(sys::set_dumpable(true), "prctl(2) knows no failure of it"); }
  Undumpable(const Undumpable&) = delete;
  Undumpable& operator=(const Undumpable&) = delete;
};

}  // namespace hull::host
