// SPDX-License-Identifier: Apache-2.0
#include "cgroup/wait.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>

#include "base/text.h"
#include "cgroup/keyed.h"
#include "sys/file.h"
#include "sys/process.h"

namespace hull::cgroup {
namespace {

// Whether the kernel says that the cgroup behind an open file was removed.
bool is_gone(const Error& error) {
  return error.is(ENODEV) || error.is(ENOENT);
}

}  // namespace

int Deadline::remaining() const {
  auto left = std::chrono::ceil<std::chrono::milliseconds>(at_ - std::chrono::steady_clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

std::string Deadline::length() const {
  return in_seconds(length_);
}

std::string in_seconds(std::chrono::milliseconds time) {
  const auto tenths = (time.count() + 50) / 100;
  return tenths % 10 == 0 ? format("{} s", tenths / 10)
                          : format("{}.{} s", tenths / 10, tenths % 10);
}

Result<bool> wait_for_event(sys::FdRef root, const std::string& events, std::string_view key,
                            std::uint64_t value, const Deadline& deadline) {
  auto opened = TRY(sys::try_open_at(root, events, O_RDONLY));
  if (!opened) return true;
  while (true) {
    // Reading from the start arms the notification: what changes after this read wakes poll.
    TRY(sys::rewind(*opened));
    auto text = sys::read_all(*opened);
    if (!text && is_gone(text.error())) return true;
    auto now = TRY(std::move(text).context(events));
    if (value_of(now, key) == value) return true;
    if (deadline.passed()) return false;
    pollfd entry = {opened->number(), POLLPRI, 0};
    if (::poll(&entry, 1, deadline.remaining()) < 0 && errno != EINTR)
      return Error::system(format("poll('{}')", events));
  }
}

Result<bool> wait_for_end(const std::vector<pid_t>& processes, const Deadline& deadline) {
  for (pid_t pid : processes) {
    // 0 stands for a process of a pid namespace that we don't see into.
    if (pid == 0) continue;
    auto process = sys::Process::open(pid);
    if (!process && process.error().is(ESRCH)) continue;
    auto watched = TRY(std::move(process));
    auto ended = TRY(watched.ended(deadline.remaining()));
    if (!ended) return false;
  }
  return true;
}

void Naps::next() {
  constexpr std::chrono::microseconds kLongest{5000};
  std::this_thread::sleep_for(length_);
  length_ = std::min(2 * length_, kLongest);
}

}  // namespace hull::cgroup
