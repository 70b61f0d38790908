// SPDX-License-Identifier: Apache-2.0
// clone3(2), and Child: a process that is killed and reaped unless it is let go. Host side; the
// stage uses clone3 too.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "sys/process.h"

namespace hull::sys {

/// Our child while we are responsible for it: killed and reaped on destruction unless `keep()`.
class Child {
 public:
  Child() = default;
  explicit Child(Process process) : process_(std::move(process)) {}
  Child(Child&&) = default;
  Child& operator=(Child&& other) noexcept {
    std::swap(process_, other.process_);
    return *this;
  }
  ~Child();

  pid_t pid() const { return process_.pid(); }
  const Process& process() const { return process_; }
  bool is_running() const { return process_.is_open(); }
  /// Waits for its end and reaps it; nothing is left to kill afterwards.
  Result<Exit> wait();
  /// Lets it live on its own.
  Process keep() { return std::move(process_); }

 private:
  Process process_;
};

/// clone3(2): two returns, as fork(2). In the parent the Child; in the child nothing. `flags` are
/// CLONE_NEW* (and CLONE_PARENT); `cgroup`, when given, is a cgroup2 directory to be born in
/// (CLONE_INTO_CGROUP, Linux 5.7). A child shares no memory and must end by exec or _exit.
Result<std::optional<Child>> clone(std::uint64_t flags, std::optional<FdRef> cgroup);

}  // namespace hull::sys
