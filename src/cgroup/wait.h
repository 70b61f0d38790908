// SPDX-License-Identifier: Apache-2.0
// How long we wait for the kernel to finish what it was told, and by what we are woken. Host side.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// After this a cgroup that does not freeze, thaw or empty is reported instead of waited for.
inline constexpr std::chrono::milliseconds kPatience{10'000};

/// A moment in the future, by the monotonic clock.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds from_now)
      : length_(from_now), at_(std::chrono::steady_clock::now() + from_now) {}
  /// What there was at the beginning, for messages: "30 s", "0.5 s".
  std::string length() const;
  /// What is left, in milliseconds as poll(2) takes them; 0 when it has passed.
  int remaining() const;
  bool passed() const { return remaining() == 0; }

 private:
  std::chrono::milliseconds length_;
  std::chrono::steady_clock::time_point at_;
};

/// "30 s", "0.5 s": in seconds, to a tenth.
std::string in_seconds(std::chrono::milliseconds time);

/// Waits until `key` in the v2 file `events` (below `root`) is `value`: poll(2) wakes us when the
/// kernel changes it. Whether it happened in time; true also when the cgroup is gone.
Result<bool> wait_for_event(sys::FdRef root, const std::string& events, std::string_view key,
                            std::uint64_t value, const Deadline& deadline);

/// Waits until all `processes` have ended. Whether they did in time.
Result<bool> wait_for_end(const std::vector<pid_t>& processes, const Deadline& deadline);

/// Short sleeps, each twice as long as the one before: where v1 has neither an event nor a process
/// to wait for.
class Naps {
 public:
  void next();

 private:
  std::chrono::microseconds length_{50};
};

}  // namespace hull::cgroup
