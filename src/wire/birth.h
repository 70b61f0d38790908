// SPDX-License-Identifier: Apache-2.0
// What a stage has to say of the process that it clones last, when no link is left to say it by: a
// page of memory that the host and the stage share. The process itself does not have it, so nobody
// who traces that one can speak in the stage's name. Both sides.
#pragma once

#include <sys/types.h>

#include <string_view>

#include "base/error.h"
#include "base/result.h"

namespace hull::wire {

/// A shared page, one birth long. Unmapped on destruction.
class Birth {
 public:
  /// mmap(2), MAP_SHARED: children that are cloned from now on share it.
  static Result<Birth> make();
  Birth(Birth&& other) noexcept;
  Birth& operator=(Birth&&) = delete;
  ~Birth();

  /// Stage: children that are cloned from now on have no such page (madvise(2), MADV_DONTFORK).
  Result<void> hide() const;
  /// Stage: the process is there, by its pid in the stage's pid namespace.
  void tell_born(pid_t pid) const;
  /// Stage: there is no room in the cgroup (EAGAIN); it waits for a byte of `go`, then tries again.
  void tell_crowded() const;
  /// Stage: nothing is born. At most some hundred bytes of the attempt are kept.
  void tell_failed(const Error& error) const;
  /// Stage: the process will load its filter itself, and its listener will have that number.
  void announce_listener(int number) const;

  /// Host: the pid, 0 while there is none.
  pid_t pid() const;
  /// Host: whether the stage waits for room. Asking takes it back.
  bool take_crowded() const;
  /// Host: why nothing was born, if the stage has said so.
  bool has_failed() const;
  Error failure() const;
  /// Host: the listener's number, negative for none.
  int listener() const;

 private:
  struct Page;
  explicit Birth(Page* page) : page_(page) {}
  Page* page_;
};

}  // namespace hull::wire
